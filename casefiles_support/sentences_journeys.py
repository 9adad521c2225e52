WORDS: dict[str, str] = {
    "files__duty__raised": "was asked to do something by a day",
    "files__duty__done": "did what was asked",
    "files__duty__settled": "took back what was asked, since it was no longer needed",
}
