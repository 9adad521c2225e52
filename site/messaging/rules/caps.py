"""How much may be spent on texts: parts (segments) a day and a month, and texts a day to one person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Scope(StrEnum):
    DAY = "day"
    MONTH = "month"
    PERSON = "person"


@dataclass(frozen=True, kw_only=True)
class Caps:
    """Parts for the whole house a day and a month; texts for one person a day, however long each is."""

    day: int = 2_000
    month: int = 30_000
    person: int = 3

    def of(self, scope: Scope) -> int:
        return {Scope.DAY: self.day, Scope.MONTH: self.month, Scope.PERSON: self.person}[scope]


def counters(*, on: date, whose: str) -> dict[Scope, str]:
    """The counter of each scope: `2026-11-28`, `2026-11`, `2026-11-28:7h2kq09vxt4m`. `on` is the day in London."""
    return {Scope.DAY: f"{on}", Scope.MONTH: f"{on:%Y-%m}", Scope.PERSON: f"{on}:{whose}"}


def amounts(segments: int) -> dict[Scope, int]:
    """What one text adds to each."""
    return {Scope.DAY: segments, Scope.MONTH: segments, Scope.PERSON: 1}


REASONS = {
    Scope.DAY: "As many texts were sent today as may be sent in a day.",
    Scope.MONTH: "As many texts were sent this month as may be sent in a month.",
    Scope.PERSON: "They have had as many texts today as one person may have in a day.",
}


def over(*, spent: Mapping[Scope, int], adding: Mapping[Scope, int], caps: Caps) -> list[str]:
    """Why a text may not go: a sentence for each cap that it would break."""
    return [REASONS[scope] for scope in Scope if spent.get(scope, 0) + adding[scope] > caps.of(scope)]
