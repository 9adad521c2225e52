"""How far a line of a council's offer can be trusted."""

from dataclasses import dataclass
from datetime import date

OLD = 365  # days without a look


@dataclass(frozen=True, slots=True)
class Standing:
    is_old: bool
    sentence: str


def standing_of(checked_on: date, on: date) -> Standing:
    """What a reader is told of its age."""
    looked = f"Looked up in {checked_on:%B %Y}."
    gone = (on - checked_on).days
    if gone <= OLD:
        return Standing(False, looked)
    return Standing(True, f"{looked} That is {round(gone / 30.44)} months ago. Ask whether it still holds.")
