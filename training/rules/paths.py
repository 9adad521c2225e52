"""The mentors' path: what a unit asks besides reading and the test, and what comes next.

Somebody reads what was thought, somebody watches what is practised. Nobody fails: what is not there yet is done again.
The path binds the programme: it says what is owed to the mentor next, and by whom.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """A block that a person looks at: a reflection that is read, or a task that is watched. `says` is what it asks."""

    block: str
    kind: str
    says: str


def asked(content: Content) -> list[Asked]:
    """What a person looks at in this version, in its order. What may be left out is never asked."""
    found = []
    for lesson in content["lessons"]:
        for block in lesson["blocks"]:
            value = block["value"]
            if block["type"] == "reflection" and value.get("read_by") == "assessor" and not value.get("may_skip"):
                found.append(Asked(block["id"], "reflection", value.get("ask", "")))
            if block["type"] == "practical":
                found.append(Asked(block["id"], "practical", value.get("task", "")))
    return found


def why_not_finished(content: Content, met: Iterable[str]) -> list[str]:
    """What keeps a unit open when all is read and the test is passed. `met` are ids of blocks that were found good."""
    done = set(met)
    words = {"reflection": "Somebody has still to read", "practical": "Somebody has still to watch"}
    return [f"{words[one.kind]}: “{one.says}”" for one in asked(content) if one.block not in done]


@dataclass(frozen=True)
class Step:
    """One thing of a unit. `state` is done, waiting (for somebody here), again (with a word to go on with) or open."""

    says: str
    state: str

    @property
    def is_done(self) -> bool:
        return self.state == "done"


@dataclass(frozen=True)
class Unit:
    title: str
    steps: Sequence[Step]
    finished: bool = False

    @property
    def next(self) -> Step | None:
        """What the mentor does next; what waits for somebody here comes last."""
        mine = [step for step in self.steps if step.state in ("again", "open")]
        waits = [step for step in self.steps if step.state == "waiting"]
        return None if self.finished else next(iter([*mine, *waits]), None)


def steps(content: Content, *, begun: bool, read: bool, passed: bool, states: Mapping[str, str]) -> list[Step]:
    """`states` are those of the blocks that a person looks at, by id."""
    found = [Step("Read the lessons", "done" if read else "open"), Step("Pass the test", "done" if passed else "open")]
    words = {"reflection": "Think about: “{}”", "practical": "Show somebody: “{}”"}
    found += [Step(words[one.kind].format(one.says), states.get(one.block, "open")) for one in asked(content)]
    return found if begun else [Step(step.says, "open") for step in found]


def next_unit(units: Sequence[Unit]) -> Unit | None:
    """The first in which the mentor has something to do; failing that, the first that waits."""
    open_ones = [unit for unit in units if not unit.finished]
    mine = [unit for unit in open_ones if unit.next and unit.next.state in ("again", "open")]
    return next(iter([*mine, *open_ones]), None)


def hours(minutes: Iterable[int | None]) -> str:
    """Hours of supervision in words: `minutes` of each meeting, None where nobody wrote them down."""
    known = [one for one in minutes if one is not None]
    total = sum(known)
    whole, rest = divmod(total, 60)
    return f"{whole} h {rest} min" if rest else f"{whole} h"
