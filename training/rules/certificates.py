"""The code of a certificate, how it stands on a day, and what it says to whoever asks.

A code is ten characters and a check character in Crockford's base 32 (https://www.crockford.com/base32.html): 50 bits
that nobody guesses, read as `4F7K-2M9Q-XW3T`-like groups. Each place has a weight, so that one wrong character, or two
that changed places, never make another valid code: the alphabet with its check symbols has 37 signs, a prime number.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKS = ALPHABET + "*~$=U"
BODY = 10
ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0"})
# Before the end: when a holder hears that a refresher is due.
SOON = timedelta(days=60)

CURRENT, DUE, EXPIRED, SUPERSEDED, WITHDRAWN = "current", "refresher_due", "expired", "superseded", "withdrawn"
WORDS = {
    CURRENT: "This certificate is current.",
    DUE: "This certificate is current. A refresher is due soon.",
    EXPIRED: "This certificate has run out. Its holder did learn this.",
    SUPERSEDED: "A newer certificate has taken the place of this one.",
    WITHDRAWN: "This certificate was withdrawn.",
}


def new_code(pick: Callable[[str], str]) -> str:
    """A whole code; `pick` chooses one character, such as `secrets.choice`."""
    body = "".join(pick(ALPHABET) for _ in range(BODY))
    return body + _check(body)


def _check(body: str) -> str:
    return CHECKS[sum(place * ALPHABET.index(letter) for place, letter in enumerate(body, start=1)) % len(CHECKS)]


def tidy_code(typed: str) -> str:
    """As it is kept, however it was typed: any case, with or without spaces, and I, L, O as they are meant."""
    kept = "".join(letter for letter in typed.upper() if letter in CHECKS or letter in "ILO")
    return kept.translate(ALIKE)


def shown(code: str) -> str:
    """In groups that an eye can hold: `4F7K2 M9QXW *`."""
    return f"{code[:5]} {code[5:BODY]} {code[BODY:]}".strip()


def is_code(typed: str) -> bool:
    """Whether it could be a code at all; never which letter is wrong, since anybody may ask."""
    code = tidy_code(typed)
    whole = len(code) == BODY + 1 and all(letter in ALPHABET for letter in code[:BODY])
    return whole and code[BODY] == _check(code[:BODY])


def why_not_put_right(*, name: str, before: str, reason: str) -> list[str]:
    """Only what was wrong is put right: whoever holds the old paper must hear why there is a newer one."""
    reasons = [] if name else ["Enter the name as it should stand."]
    if name and name == before:
        reasons.append("This is the name that stands on it.")
    return reasons if reason else [*reasons, "Say why it is given again."]


@dataclass(frozen=True)
class Facts:
    """What is kept of a certificate, as far as its standing needs it."""

    expires_on: date | None
    superseded_on: date | None = None
    withdrawn_on: date | None = None


def standing(facts: Facts, *, on: date) -> str:
    """Withdrawn outweighs everything: whoever asks must hear that first."""
    if facts.withdrawn_on is not None and facts.withdrawn_on <= on:
        return WITHDRAWN
    if facts.superseded_on is not None and facts.superseded_on <= on:
        return SUPERSEDED
    if facts.expires_on is None or on <= facts.expires_on - SOON:
        return CURRENT
    return DUE if on <= facts.expires_on else EXPIRED


def name_shown(*, name: str, may_show: bool) -> str:
    """The holder's name if they want it seen; else initials, which confirm it to whoever holds the paper."""
    if may_show:
        return name
    return " ".join(f"{word[0].upper()}." for word in name.split() if word[0].isalpha())
