"""The publish gate of a module: all that is wrong with it, in words, before a learner can see it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Lesson = Mapping[str, Any]
Block = Mapping[str, Any]
LEAST_TEST = 5
LEAST_SURE = 1
CHOSEN = ("single", "multiple", "true_false", "branch")


@dataclass(frozen=True)
class Lack:
    """A sentence for editors; the lesson and the block that it is about, "" where it is the module itself."""

    sentence: str
    lesson: str = ""
    block: str = ""


def lacks(lessons: Sequence[Lesson]) -> list[str]:
    """Sentences for editors; empty when the module may go to learners."""
    return [one.sentence for one in lacking(lessons)]


def lacking(lessons: Sequence[Lesson]) -> list[Lack]:
    """The same, with the place of each."""
    if not lessons:
        return [Lack("There is no published lesson in it yet.")]
    blocks = [block for lesson in lessons for block in lesson["blocks"]]
    found = [Lack(f"“{one['title']}” is empty.", one.get("id", "")) for one in lessons if not one["blocks"]]
    found += [
        Lack(reason, lesson.get("id", ""), block["id"])
        for lesson in lessons for block in lesson["blocks"] for reason in _of_block(lesson, block)
    ]  # fmt: skip
    return found + [Lack(sentence) for sentence in _of_whole(blocks)]


def _of_whole(blocks: Sequence[Block]) -> Iterator[str]:
    asked = [block["value"] for block in blocks if block["type"] == "question"]
    marked = [one for one in asked if one.get("when") == "test" and one["kind"] not in ("short_text", "confidence")]
    if len(marked) < LEAST_TEST:
        yield f"The test needs {LEAST_TEST} questions that can be marked; it has {len(marked)}."
    for when, words in (("before", "before it begins"), ("after", "when it is done")):
        sure = [one for one in asked if one.get("when") == when and one["kind"] == "confidence"]
        if len(sure) < LEAST_SURE:
            yield f"Ask how sure they are {words}, so that it can be seen what the module changed."
    if not any(block["type"] == "scenario" for block in blocks):
        yield "It has no scenario: nobody has to do anything with what they read."
    if not any(block["type"] == "reflection" for block in blocks):
        yield "It has no reflection."


def _of_block(lesson: Lesson, block: Block) -> Iterator[str]:
    where = f"In “{lesson['title']}”"
    if block["type"] == "question":
        yield from (f"{where}, “{_short(block['value'].get('ask'))}”: {why}" for why in _of_question(block["value"]))
    elif block["type"] == "media":
        yield from (f"{where}, “{block['value'].get('title')}”: {why}" for why in _of_media(block["value"]))
    elif block["type"] == "practical" and not block["value"].get("criteria"):
        yield f"{where}, a task does not say what is seen when it is done well."


def _of_question(value: Mapping[str, Any]) -> Iterator[str]:
    kind, options = value["kind"], value.get("options") or []
    right = [option for option in options if option.get("right")]
    if not (value.get("ask") or "").strip():
        yield "it does not say what it asks."
    if kind in (*CHOSEN, "order", "match") and len(options) < 2:
        yield "it needs at least two answers."
    if kind in CHOSEN and not right:
        yield "none of its answers is right."
    if kind in ("single", "true_false") and len(right) > 1:
        yield "it has more than one right answer; choose “Several right answers”."
    if kind == "true_false" and len(options) > 2:
        yield "true or false has two answers."
    if kind == "match" and not all((option.get("goes_with") or "").strip() for option in options):
        yield "one of its lines goes with nothing."
    if kind == "branch" and not all((option.get("then") or "").strip() for option in options):
        yield "one of its answers does not say what happens next."
    if kind in ("single", "multiple", "true_false") and not (value.get("wrong") or "").strip():
        yield "it says nothing to a wrong answer."


def _of_media(value: Mapping[str, Any]) -> Iterator[str]:
    if not value.get("file"):
        yield "the film or recording is missing."
    if not (value.get("transcript") or "").strip():
        yield "it has no transcript, so it leaves people out."
    if value.get("kind") != "recording" and not value.get("captions"):
        yield "it has no captions."


def _short(text: Any) -> str:
    words = str(text or "").strip()
    return words if len(words) <= 60 else f"{words[:59]}…"
