"""How somebody stands in one module on a day: the one word of a cell, the words that go with it, and its weight."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

DONE, SOON, RUN_OUT, OVERDUE, BEGUN, NOT_BEGUN, NONE = (
    "done", "soon", "run_out", "overdue", "begun", "not_begun", "",
)  # fmt: skip
WORDS = {
    DONE: "Finished",
    SOON: "Runs out soon",
    RUN_OUT: "Has run out",
    OVERDUE: "Overdue",
    BEGUN: "Begun",
    NOT_BEGUN: "Not begun",
    NONE: "Not on this course",
}
TONES = {DONE: "go", SOON: "wait", RUN_OUT: "stop", OVERDUE: "stop", BEGUN: "wait", NOT_BEGUN: "", NONE: ""}
# Before the end: when it is shown as running out.
AHEAD = timedelta(days=90)


@dataclass(frozen=True)
class Facts:
    """What is known of one learner and one module. `until` is the last day of the best that they hold; with `holds` and
    no such day it counts for good. `held` says that they finished it once, whatever became of that.
    """

    enrolled: bool = False
    begun: bool = False
    holds: bool = False
    held: bool = False
    until: date | None = None
    due_on: date | None = None


def standing(facts: Facts, *, on: date) -> str:
    """What counts outweighs what is late: whoever holds it has done it, even without being on the course any more."""
    if facts.holds and (facts.until is None or facts.until >= on):
        return SOON if facts.until is not None and facts.until <= on + AHEAD else DONE
    if facts.held:
        return RUN_OUT
    if not facts.enrolled:
        return NONE
    if facts.due_on is not None and facts.due_on < on:
        return OVERDUE
    return BEGUN if facts.begun else NOT_BEGUN


def counts(word: str) -> bool:
    """Whether it is held on that day."""
    return word in (DONE, SOON)


@dataclass(frozen=True)
class Module:
    """A module in its newest version. `names` are those under which a completion of it may stand."""

    key: Any
    course_key: Any
    title: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    standing: str
    until: date | None = None

    @property
    def words(self) -> str:
        said = WORDS[self.standing]
        if self.until is None or self.standing not in (DONE, SOON, RUN_OUT):
            return said
        return f"{said}, {'on' if self.standing == RUN_OUT else 'until'} {self.until.strftime('%-d %b %Y')}"

    @property
    def short(self) -> str:
        return WORDS[self.standing]

    @property
    def tone(self) -> str:
        return TONES[self.standing]


@dataclass
class Row:
    """One learner, with a cell for each module’s key."""

    learner: Any
    cells: dict[Any, Cell] = field(default_factory=dict)

    @property
    def standings(self) -> set[str]:
        return {cell.standing for cell in self.cells.values()}
