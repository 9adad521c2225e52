"""What a search box may send to a database's own search language: plain words and nothing else."""

import re

MOST_WORDS = 8
LONGEST_WORD = 40

# Neither full-text engine gives these any meaning; quotes, stars, brackets and colons it does.
WORD = re.compile(r"[^\W_]+")


def plain_words(typed: str) -> str:
    """The words in `typed`, in small letters with single spaces, at most eight of them; "" when there are none.

    SQLite reads `"`, `*`, `^`, `:` and words such as NEAR and AND in capitals as commands, and answers a stray one with
    an error; PostgreSQL refuses NUL.
    """
    words = [word[:LONGEST_WORD].casefold() for word in WORD.findall(typed)]
    return " ".join(words[:MOST_WORDS])
