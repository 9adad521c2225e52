"""A prison that would like to learn with us: a cohort is made for it."""

from typing import Any

from common.text import fold
from pages import taking
from pages.models import HandOver
from pages.taking import Taker
from places.models import Establishment
from training.permissions.learners import can_make_for_any_prison


def declare() -> None:
    kind, begin = HandOver.Kind.TRAINING, "training:hand_overs-begin"
    taking.declare(Taker(kind, can_make_for_any_prison, begin, "Make a cohort for this prison"))


def initial(hand_over: HandOver, prisons: Any) -> dict[str, Any]:
    """`establishment` where the name that was written is that of one prison; else whoever reads it chooses."""
    written = fold(hand_over.said.get("where", ""))
    found: list[Establishment] = [one for one in prisons if written and written in fold(one.name)]
    return {"establishment": found[0] if len(found) == 1 else None}
