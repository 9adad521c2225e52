"""What may be counted of a search, and which suggestions answer it. Plain Python over plain values."""

from collections.abc import Collection, Iterable
from datetime import date

from pages.rules.search import plain_words
from pages.rules.synonyms import MEANINGS, readings

FEWEST = 10  # of one word in one month, before its number is shown
SHORTEST = 4  # letters of a word of a title: shorter ones say nothing of what was looked for
KEPT_MONTHS = 12


def vocabulary(titles: Iterable[str]) -> set[str]:
    """The words of our own titles, as a search has them."""
    return {word for title in titles for word in plain_words(title).split() if len(word) >= SHORTEST}


def counted(words: str, *, ours: Collection[str]) -> set[str]:
    """What is counted of a search: its words that are ours, each by the first word of its meaning. A word that is not
    ours, such as somebody's name, is not counted and not kept.
    """
    found = set()
    for piece in readings(words):
        if piece[0] in MEANINGS or piece[0] in ours:
            found.add(piece[0])
    return found


def answers(promoted: str, typed: str) -> bool:
    """Whether a page that is suggested for `promoted` answers what was typed: all its words, or their like, are in."""
    wanted = set(readings(promoted))
    return bool(wanted) and wanted <= set(readings(typed))


def month_of(day: date) -> date:
    return day.replace(day=1)


def oldest_kept(day: date) -> date:
    """The first day of the oldest month whose numbers are kept."""
    months = day.year * 12 + day.month - 1 - KEPT_MONTHS
    return date(months // 12, months % 12 + 1, 1)


def shown(count: int) -> int | None:
    return count if count >= FEWEST else None
