"""What somebody agreed to when they let us show their story, and for how long. Plain Python, no clock.

A story belongs to whoever lived it. Nothing is shown that they did not say yes to in these very words.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

PLACES = {
    "on_site": "On this website",
    "in_packs": "In packs of pages on paper, and on sticks for places without a network",
    "in_leaflets": "In leaflets that we print",
    "on_cards": "Where others can find it: search engines, and links that people share",
    "in_training": "In training for staff",
}
SHORT = {
    "on_site": "site", "in_packs": "packs", "in_leaflets": "leaflets", "on_cards": "search and links",
    "in_training": "training",
}  # fmt: skip
# Our own choice: a life goes on, and two years later somebody may not want to be read any more.
YEARS = 2
ASK_BEFORE = timedelta(days=60)
# How long the words of a story that was taken back still lie in the editor.
DELETED_AFTER = timedelta(days=30)
# Where it has so many digits, somebody has put in a telephone.
PHONE_DIGITS = 10

NAMED = ("none", "other", "own")

NOBODY_SAID_YES = (
    "Nobody has said yes to this story yet. Write down in “Stories and who said yes” what the person who told it "
    "agreed to."
)
NOT_HERE = "The person who told this story did not say yes to this website."
NEW_WORDS = (
    "The words have changed since the person who told this story said yes. Show them the new words, and write down "
    "their answer."
)
NO_PICTURES = "The person who told this story did not say yes to pictures. Take the pictures out."


@dataclass(frozen=True)
class Agreed:
    """`words` has the fingerprint of what they saw in each language, by its code."""

    on_site: bool
    pictures: bool
    words: Mapping[str, str]


def why_not_show(agreed: Agreed | None, *, language: str, words: str, has_pictures: bool) -> list[str]:
    """Reasons why readers may not have a story as it stands; empty when they may."""
    if agreed is None:
        return [NOBODY_SAID_YES]
    found = [] if agreed.on_site else [NOT_HERE]
    if agreed.words.get(language) != words:
        found.append(NEW_WORDS)
    if has_pictures and not agreed.pictures:
        found.append(NO_PICTURES)
    return found


def until(given_on: date) -> date:
    """The last day on which a yes of that day can hold."""
    try:
        return given_on.replace(year=given_on.year + YEARS)
    except ValueError:  # 29 February
        return given_on.replace(year=given_on.year + YEARS, day=28)


def why_not_days(*, given_on: date, expires_on: date, today: date) -> list[str]:
    if given_on > today:
        return ["The day on which they said yes cannot be in the future."]
    if expires_on < today:
        return ["The last day has passed already. Ask them again first."]
    if expires_on > until(given_on):
        return [f"A yes holds for {YEARS} years at most. Then we ask again."]
    return []


def why_not_reach(reach: str) -> list[str]:
    """No telephone is kept: it may be one of a prison, or one that others answer."""
    longest = run = 0
    for letter in reach:
        if letter.isdigit():
            run += 1
        elif letter not in " -()+./":
            run = 0
        longest = max(longest, run)
    if longest >= PHONE_DIGITS:
        return [
            "Do not write a telephone number here. Write an address, an email, or somebody they trust. We never ring "
            "anybody in prison."
        ]
    return []


def why_not_name(kind: str, name: str, *, had: str = "own") -> list[str]:
    """`had` is the kind of name that they said yes to before: none is less than another name, and that less than
    their own.
    """
    if NAMED.index(kind) > NAMED.index(had):
        return ["This tells more of who they are than they said yes to. Write down a new yes."]
    if kind != "none" and not name.strip():
        return ["Write the name that stands with the story."]
    return []


def why_not_narrow(*, had: Collection[str], wanted: Collection[str]) -> list[str]:
    """Less than before, and not nothing: no new place comes in without a new yes."""
    if set(wanted) - set(had):
        return ["This is more than they said yes to. Ask them, and write down a new yes."]
    if not wanted:
        return ["This leaves nothing. Take the whole story back instead."]
    return []
