"""Whom the next version of a module touches, before anybody publishes it: in sentences, counted from what learners did.

Nobody is moved and nobody is marked again by publishing. The sentences say what may be decided afterwards, and that no
mark ever falls by it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from training.rules import versions
from training.rules.questions import Mark
from training.rules.regrades import REKEY, again

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Given:
    """One answer as it was marked: what was given, and what it counts."""

    block: str
    given: Any
    mark: Mark


@dataclass(frozen=True)
class Reach:
    """How many are mid-way in an earlier version, how many have finished one, and what they answered in its test."""

    midway: int
    finished: int
    answers: Sequence[Given] = ()


def sentences(before: Content, after: Content, reach: Reach, *, is_material: bool) -> list[str]:
    """Of an edited module, with its last version and what would be the next."""
    found = versions.difference(before, after)
    if versions.canonical(before) == versions.canonical(after):
        return ["Nothing in it differs from the version that is published. No new version comes of it."]
    said = [*_people(reach, is_material=is_material), _blocks(found)]
    return [one for one in said if one] + list(_questions(found, before, after, reach.answers))


def touched(before: Content, after: Content) -> list[str]:
    """Ids of the blocks that differ or are gone: only answers to these are worth looking at."""
    found = versions.difference(before, after)
    return [*found.changed, *found.removed]


def rekeyed(before: Content, after: Content) -> bool:
    """Whether the right answer of a question differs: then somebody decides what is done with earlier answers."""
    return bool(versions.difference(before, after).rekeyed)


def _people(reach: Reach, *, is_material: bool) -> Iterator[str]:
    if not reach.midway and not reach.finished:
        yield "Nobody has begun this module."
    if reach.midway:
        yield (
            f"{_people_are(reach.midway)} mid-way. They finish in the version that they began, or go on with this one "
            "and keep what still says the same."
        )
    if reach.finished:
        then = " They are asked to read what is new." if is_material else ""
        yield f"{_people_have(reach.finished)} finished it. Their marks and certificates stay.{then}"


def _blocks(found: versions.Difference) -> str:
    changed = [one for one in found.changed if one not in found.rekeyed]
    counts = [
        (found.added, "new"), (changed, "in other words"), (found.removed, "gone"),
        (found.rekeyed, "with another right answer"),
    ]  # fmt: skip
    said = [f"{len(blocks)} {words}" for blocks, words in counts if blocks]
    return f"Blocks: {', '.join(said)}." if said else "Only what stands around its blocks differs."


def _questions(found: versions.Difference, before: Content, after: Content, answers: Sequence[Given]) -> Iterator[str]:
    old, new = versions.questions(before), versions.questions(after)
    numbers = {name: n for n, name in enumerate(old, 1)}
    for name, number in numbers.items():
        given = [one for one in answers if one.block == name]
        if not given or name not in {*found.changed, *found.removed}:
            continue
        start = f"Question {number}, “{_short(old[name]['value'].get('ask'))}”: {_answered(len(given))}."
        if name in found.removed:
            yield f"{start} It is gone from the next version; what they answered stays, and counts as it did."
        elif name in found.rekeyed:
            yield f"{start} {_again({'id': name, **new[name]['value']}, given)}"
        else:
            yield f"{start} Only its words differ, so their marks stay."


def _again(question: Mapping[str, Any], given: Sequence[Given]) -> str:
    marked = [again(rule=REKEY, before=one.mark, given=one.given, question=question) for one in given]
    rise = sum(one.rose for one in marked)
    these = "This answer" if len(given) == 1 else f"These {len(given)} answers"
    up = "none would rise" if not rise else f"{rise} would rise"
    return f"{these} may be marked again by the new one: {up}, and nobody’s mark falls."


def _people_are(count: int) -> str:
    return "1 person is" if count == 1 else f"{count} people are"


def _people_have(count: int) -> str:
    return "1 person has" if count == 1 else f"{count} people have"


def _answered(count: int) -> str:
    return "1 person answered it" if count == 1 else f"{count} people answered it"


def _short(text: Any) -> str:
    words = str(text or "").strip()
    return words if len(words) <= 60 else f"{words[:59]}…"
