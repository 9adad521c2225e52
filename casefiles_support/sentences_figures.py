WORDS: dict[str, str] = {
    "files__figures__exported": "took figures of holders as a file",
    "files__today__listed": "looked at what waits, by name",
}
