"""What a public form must say, how soon it is answered, and how long it is kept. Plain Python.

Nothing is asked that is not needed: a name to be called by, one way to answer that is safe, and words if they like.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

# Our own choice: long enough to notice a slip, short enough to keep little.
KEPT_AFTER_ANSWER = timedelta(days=30)
KEPT_UNWANTED = timedelta(days=30)
# The same words again within this time are the same message.
SAME_WITHIN = timedelta(days=1)
# How far back we look to say how long it takes, and from how many on it says something.
LOOK_BACK = timedelta(days=90)
FEWEST = 5

WAYS = {
    "phone": "By phone",
    "email": "By email",
    "letter": "By letter",
    "somebody": "Through somebody I know",
    "inside": "I am in prison: write to me there",
}
# The boxes that go with each way. What was typed in the others is not kept.
BOXES = {
    "phone": ("phone", "phone_says"),
    "email": ("email",),
    "letter": ("address",),
    "somebody": ("through",),
    "inside": ("prison", "prison_number"),
}
# The box of each way that cannot stay empty, and what is said where it does.
NEEDED = {
    "phone": ("phone", "Enter a telephone number, such as 07700 900123."),
    "email": ("email", "Enter an email address, such as name@example.org."),
    "letter": ("address", "Enter the address to write to."),
    "somebody": ("through", "Say who it is, and how we reach them."),
    "inside": ("prison", "Say which prison you are in, so that a letter finds you."),
}
DIGITS = range(10, 16)


def wrong_way(said: Mapping[str, Any]) -> tuple[str, str] | None:
    """The box and the sentence, where the chosen way cannot reach anybody; None where it can, or none was chosen."""
    way = said.get("reach", "")
    if way not in NEEDED:
        return None
    box, sentence = NEEDED[way]
    written = str(said.get(box) or "").strip()
    if way == "phone" and sum(letter.isdigit() for letter in written) not in DIGITS:
        return box, sentence
    return None if written else (box, sentence)


def only_this_way(said: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that are kept: none that is empty, and no box of a way that was not chosen.

    So no telephone is kept of anybody who says that they are in prison.
    """
    chosen = BOXES.get(said.get("reach", ""), ())
    others = {box for boxes in BOXES.values() for box in boxes} - set(chosen)
    return {name: answer for name, answer in said.items() if answer and name not in others}


@dataclass(frozen=True)
class Usual:
    """Working days: half were answered within `half`, nine in ten within `most`."""

    half: int
    most: int


def usual(days: Sequence[int]) -> Usual | None:
    """How long it took, from the working days of each; None where there are too few to say."""
    if len(days) < FEWEST:
        return None
    ranked = sorted(days)
    return Usual(half=_at(ranked, 0.5), most=_at(ranked, 0.9))


def _at(ranked: Sequence[int], share: float) -> int:
    """The smallest number of days within which at least this share was answered, and never less than one day."""
    place = -int(-len(ranked) * share // 1)
    return max(1, ranked[place - 1])


def working_days(count: int) -> str:
    return "one working day" if count == 1 else f"{count} working days"


def in_words(found: Usual | None) -> str:
    if found is None:
        return ""
    return (
        f"In the last three months, half of those who wrote had an answer within {working_days(found.half)}, "
        f"and nine out of ten within {working_days(found.most)}."
    )


def why_not_close(*, taken_by: Any, by: Any, is_manager: bool) -> list[str]:
    if taken_by is None:
        return ["Take it first, so that nobody else answers it too."]
    if taken_by != by and not is_manager:
        return ["Somebody else has it. Ask them, or your programme manager."]
    return []
