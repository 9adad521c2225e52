"""How a question of a test does its work: how many answered it, how many were right, whether it tells those who know
from those who do not, and which wrong answers were chosen. Nothing is said of fewer than ten people.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import StatisticsError, correlation, mean
from typing import Any

from training.rules.questions import CHOOSE_ONE, MARKED

LEAST = 10
WELL, A_LITTLE = 0.3, 0.1


@dataclass(frozen=True)
class Given:
    """One answer to one question. `rest` is what its writer got for all the others, out of 100."""

    given: Any
    is_right: bool
    rest: float


@dataclass(frozen=True)
class Option:
    says: str
    chosen: int
    is_right: bool


@dataclass(frozen=True)
class Item:
    """`right` is a share out of 100; it and all that follows is None or empty where too few answered."""

    block_id: str
    ask: str
    kind: str
    answered: int
    empty: int = 0
    right: int | None = None
    discrimination: float | None = None
    options: list[Option] = field(default_factory=list)

    @property
    def is_hidden(self) -> bool:
        return self.answered + self.empty < LEAST

    @property
    def advice(self) -> str:
        """What an editor may want to look at."""
        if self.is_hidden or self.right is None:
            return ""
        if self.discrimination is not None and self.discrimination < 0:
            return "Those who did well elsewhere got this wrong more often. Is the right answer right?"
        if self.right < 40:
            return "Most got this wrong. Does the lesson say it?"
        if self.discrimination is not None and self.discrimination < A_LITTLE and self.right < 90:
            return "It hardly tells those who know from those who do not. Are the words clear?"
        return ""


def item(block_id: str, question: Mapping[str, Any], answers: Sequence[Given]) -> Item:
    """What is known of one question. Of fewer than ten, only how many there are."""
    given = [one for one in answers if one.given not in (None, "", [], {})]
    found = Item(block_id, question["ask"], question["kind"], answered=len(given), empty=len(answers) - len(given))
    if found.is_hidden or question["kind"] not in MARKED:
        return found
    return Item(
        block_id, found.ask, found.kind, found.answered, found.empty,
        right=sum(one.is_right for one in answers) * 100 // len(answers),
        discrimination=discrimination(answers), options=options(question, given),
    )  # fmt: skip


def discrimination(answers: Sequence[Given]) -> float | None:
    """How far being right here goes with being right elsewhere, from -1 to 1; None where all were alike."""
    try:
        return round(correlation([float(one.is_right) for one in answers], [one.rest for one in answers]), 2)
    except StatisticsError:
        return None


def options(question: Mapping[str, Any], given: Sequence[Given]) -> list[Option]:
    """How often each answer was chosen; only of questions in which answers are chosen."""
    if question["kind"] not in (*CHOOSE_ONE, "multiple"):
        return []
    chosen: Counter[str] = Counter()
    for one in given:
        chosen.update(one.given if isinstance(one.given, list) else [one.given])
    return [Option(opt["says"], chosen[opt["id"]], bool(opt.get("right"))) for opt in question["options"]]


@dataclass(frozen=True)
class Sureness:
    """How sure people said they were at one moment. `sure` is the per cent of 4 and 5; None where too few said so."""

    moment: str
    answered: int
    mean: float | None
    sure: int | None


def sureness(moment: str, answers: Sequence[int]) -> Sureness:
    if len(answers) < LEAST:
        return Sureness(moment, len(answers), None, None)
    return Sureness(
        moment, len(answers), round(mean(answers), 1), sum(one >= 4 for one in answers) * 100 // len(answers)
    )
