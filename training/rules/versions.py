"""What a version of a module holds, as text that is the same wherever it is made; and what differs between two.

A version is cut when a module is published, and never changes. Blocks keep their `id` through edits and translations,
so an answer is tied to a block of a version, and what somebody finished stays what it was.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Content = Mapping[str, Any]
Block = Mapping[str, Any]
# What makes a question another question: the rest is wording.
OF_THE_ANSWER = ("kind", "points")


def canonical(content: Content) -> str:
    """JSON with sorted keys and no spaces: equal contents are equal texts."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def sha256(content: Content) -> str:
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def blocks(content: Content) -> dict[str, Block]:
    """All blocks of all lessons, by id, in the order in which they are read."""
    return {block["id"]: block for lesson in content["lessons"] for block in lesson["blocks"]}


def questions(content: Content) -> dict[str, Block]:
    return {name: block for name, block in blocks(content).items() if block["type"] == "question"}


def key_of(question: Block) -> tuple[Any, ...]:
    """What decides whether an answer is right. Other words for the same option leave it as it is."""
    value = question["value"]
    options = [(option["id"], bool(option.get("right"))) for option in value.get("options", [])]
    in_order = options if value["kind"] == "order" else sorted(options)
    return (*(value.get(name) for name in OF_THE_ANSWER), tuple(in_order))


@dataclass(frozen=True)
class Difference:
    """Ids of blocks. `rekeyed` are questions whose right answer changed; each of them is also in `changed`."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    rekeyed: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    @property
    def to_read(self) -> list[str]:
        """What a refresher shows: only what is new or says something else."""
        return [*self.added, *self.changed]


def difference(before: Content, after: Content) -> Difference:
    old, new = blocks(before), blocks(after)
    changed = [name for name, block in new.items() if name in old and canonical(block) != canonical(old[name])]
    asked = set(questions(before)) & set(questions(after))
    return Difference(
        added=[name for name in new if name not in old],
        changed=changed,
        removed=[name for name in old if name not in new],
        rekeyed=[name for name in changed if name in asked and key_of(old[name]) != key_of(new[name])],
    )


def carried_over(seen: Iterable[str], before: Content, after: Content) -> list[str]:
    """Which blocks somebody has read who goes on with a newer version: those that still say the same."""
    again = set(difference(before, after).to_read)
    known = blocks(after)
    return [name for name in seen if name in known and name not in again]


def is_finished(seen: Iterable[str], content: Content) -> bool:
    """All that counts was seen. A pause, and what somebody may skip, never stands in the way."""
    return {name for name, block in blocks(content).items() if counts(block)} <= set(seen)


def counts(block: Block) -> bool:
    value = block["value"]
    return block["type"] != "pause" and not (isinstance(value, Mapping) and value.get("may_skip"))


def left(seen: Sequence[str], content: Content) -> int:
    """How many steps are left: a number of things, never a percentage of a moving whole."""
    return sum(1 for name, block in blocks(content).items() if counts(block) and name not in set(seen))
