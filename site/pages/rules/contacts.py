"""What readers are told of a number to ring: whether it works from prison, and whether anybody rang it for us."""

from collections.abc import Callable
from datetime import date

from pages.rules.guides import Age, Freshness, freshness
from pages.rules.read_aloud import ONES

# May somebody in prison ring it? What a reader is told, in full; the first word is what a card says in short.
FROM_PRISON = {
    "free": "Yes. It is free on every prison phone.",
    "list": "Yes, once the number is on your phone list. Ask staff to put it there.",
    "letter": "No, but you can write a letter.",
    "no": "No.",
    "unknown": "We do not know yet. Ask staff.",
}
FROM_PRISON_CHOICES = [
    ("free", "Yes, free on every prison phone"),
    ("list", "Yes, once it is on the person’s phone list"),
    ("letter", "By letter only"),
    ("no", "No"),
    ("unknown", "We do not know yet"),
]
RINGS_FROM_PRISON = ("free", "list")
CHECKED = "We checked this on {day}."
NOBODY_RANG = "Nobody has checked this for us yet: we wrote it down from what they publish."


def freshness_of(
    *, checked_on: date | None, review_by: date | None, today: date, say: Callable[[str], str] = str
) -> Freshness:
    """How far it can be trusted on the day `today`."""
    if checked_on is None:
        return Freshness(Age.UNCHECKED, say(NOBODY_RANG))
    return freshness(checked_on=checked_on, review_by=review_by, today=today, checked=CHECKED, say=say)


def spelled(phone: str) -> str:
    """A number as somebody says it, for paper and for reading aloud: `116 123` is `one one six, one two three`."""
    groups = ["".join(one for one in group if one.isdigit()) for group in phone.split()]
    return ", ".join(" ".join(ONES[int(digit)] for digit in group) for group in groups if group)
