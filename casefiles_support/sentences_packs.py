WORDS: dict[str, str] = {
    "files__pack__printed": "printed papers for somebody to keep",
    "files__pack__handed_over": "wrote down that somebody was given their papers",
    "files__pack__out_of_date": "made papers void, since somebody moved",
    "files__journey__opened_mine": "opened their own page",
    "files__journey__opened_alongside": "looked at dates and support, as a mentor",
    "files__journey__listed_alongside": "looked at the list of people who named them",
    "files__journey__printed": "printed all of somebody’s page",
    "files__journey__looks_opened": "looked at who had looked",
}
