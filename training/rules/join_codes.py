"""Short codes of prisons: read from a wall, typed anyhow, for so many people until a day."""

from dataclasses import dataclass
from datetime import date, timedelta

LENGTH = 8  # 40 bits; guesses are counted (accounts.limits)
MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
MOST_PLACES = 500
LONGEST = timedelta(days=366)
UNKNOWN = "We do not know that code. Look at it again, or ask whoever gave it to you."


def tidy(typed: str) -> str:
    """As it is kept, however it was typed."""
    return "".join(typed.upper().split()).translate(MISREAD)


def in_groups(code: str) -> str:
    """`7H2K-Q09V`."""
    return f"{code[:4]}-{code[4:]}"


@dataclass(frozen=True)
class Facts:
    places: int
    used: int
    expires_on: date
    revoked: bool = False

    def why_not(self, on: date) -> list[str]:
        """Why it cannot be used on a day, in words for whoever brings it."""
        if self.revoked:
            return ["This code was taken back. Ask whoever gave it to you for a new one."]
        if self.expires_on < on:
            return ["This code is too old. Ask whoever gave it to you for a new one."]
        if self.used >= self.places:
            return ["Every place of this code is taken. Ask whoever gave it to you for a new one."]
        return []


def why_not_make(*, places: int, expires_on: date, today: date) -> list[str]:
    reasons = []
    if not 1 <= places <= MOST_PLACES:
        reasons.append(f"Say how many may use it, from 1 to {MOST_PLACES}.")
    if not today <= expires_on <= today + LONGEST:
        reasons.append("Choose a last day from today until a year from now.")
    return reasons
