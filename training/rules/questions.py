"""Marking answers. A question is plain data as it was when its version was cut; nothing here is looked up again.

    {"id": "b1f0…", "kind": "multiple", "ask": "Which …?", "options": [{"id": "a", "says": "…", "right": true}, …],
     "points": 1, "right": "Well done. …", "wrong": "Look again at …"}

The kinds, and what an answer to each looks like:

| kind | answer | right when |
|---|---|---|
| single, true_false, branch | the id of one option | that option is right |
| multiple | ids of options, in any order | exactly the right ones are ticked |
| order | ids of all options, in an order | it is the order in which the options stand |
| match | option id → the id of what it goes with | each goes with its own |
| short_text | what somebody wrote | a person decides: it has no marks until then |
| confidence | a number from 1 to 5 | it is never right or wrong |
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Question = Mapping[str, Any]
CHOOSE_ONE = ("single", "true_false", "branch")
# Those that are marked here; a person reads a short text, and nobody marks how sure somebody is.
MARKED = (*CHOOSE_ONE, "multiple", "order", "match")
KINDS = (*MARKED, "short_text", "confidence")
SURE = range(1, 6)
LONGEST_TEXT = 1_000


@dataclass(frozen=True)
class Mark:
    """`points` of `out_of`. A question that nobody marks has none to give."""

    points: int
    out_of: int

    @property
    def is_right(self) -> bool:
        return self.out_of > 0 and self.points == self.out_of


def mark(question: Question, given: Any) -> Mark:
    """Whole marks or none: half an answer about somebody's rights helps nobody. `given` None is no answer."""
    if question["kind"] not in MARKED:
        return Mark(0, 0)
    worth = int(question.get("points", 1))
    return Mark(worth if given is not None and _is_right(question, given) else 0, worth)


def _is_right(question: Question, given: Any) -> bool:
    kind, options = question["kind"], question["options"]
    if kind in CHOOSE_ONE:
        return any(option["id"] == given and option.get("right") for option in options)
    if kind == "multiple":
        return set(given) == {option["id"] for option in options if option.get("right")}
    if kind == "order":
        return list(given) == [option["id"] for option in options]
    return dict(given) == {option["id"]: option["id"] for option in options}


def why_not_answer(question: Question, given: Any) -> list[str]:
    """Reasons why this cannot be an answer to the question, whether right or wrong."""
    kind = question["kind"]
    if given in (None, "", [], {}):
        return ["Answer this question, or go on without it."]
    if kind == "confidence":
        return [] if given in SURE else ["Choose how sure you are, from 1 to 5."]
    if kind == "short_text":
        too_long = len(str(given)) > LONGEST_TEXT
        return [f"Write at most {LONGEST_TEXT} letters. You have {len(str(given))}."] if too_long else []
    return _why_not_of(kind, {option["id"] for option in question["options"]}, given)


def _why_not_of(kind: str, known: set[str], given: Any) -> list[str]:
    if kind in CHOOSE_ONE:
        return [] if given in known else ["Choose one of the answers."]
    if kind == "multiple":
        return [] if set(given) <= known else ["Choose among the answers."]
    if kind == "order":
        whole = len(given) == len(known) and set(given) == known
        return [] if whole else ["Give each line a place of its own, from first to last."]
    chosen = list(dict(given).values())
    whole = set(dict(given)) == known and set(chosen) <= known and len(set(chosen)) == len(chosen)
    return [] if whole else ["Give each line one partner, and each partner one line."]


def order_for(question: Question, *, seed: str) -> list[str]:
    """The ids of the options in the order in which one learner sees them: the same each time they come back, and the
    same on their paper. What is to be put in order never stands in the right one.
    """
    ids = [option["id"] for option in question["options"]]
    if question["kind"] == "true_false" or question.get("fixed") or len(ids) < 2:
        return ids
    shuffled = list(ids)
    chance = random.Random(f"{seed}:{question['id']}")  # noqa: S311  # an order to read in, no secret
    chance.shuffle(shuffled)
    if question["kind"] == "order" and shuffled == ids:
        shuffled = [*ids[1:], ids[0]]
    return shuffled


def score(marks: Sequence[Mark]) -> int:
    """Out of 100, rounded down, so that 69.9 never passes for 70; 100 where there was nothing to mark."""
    out_of = sum(one.out_of for one in marks)
    return sum(one.points for one in marks) * 100 // out_of if out_of else 100
