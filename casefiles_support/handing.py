"""Somebody who wrote that they would like to see their file: a coordinator gives them a page here and a way."""

from typing import Any

from casefiles_support.permissions.hand_overs import can_begin_ways
from pages import taking
from pages.models import HandOver
from pages.taking import Taker

BEGIN = "casefiles_support:hand_overs-begin"


def declare() -> None:
    taking.declare(Taker(HandOver.Kind.FILES, can_begin_ways, BEGIN, "Begin their way to their file"))


def initial(hand_over: HandOver) -> dict[str, Any]:
    said = hand_over.said
    return {"preferred_name": said.get("name"), "prison_number": said.get("prison_number")}
