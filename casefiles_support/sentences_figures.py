WORDS: dict[str, str] = {
    "files__figures__exported": "took figures of holders as a file",
}
