"""What is to be put right with one holder: where each stands, and until when they have time."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casefiles_support.clocks_after import clock_of_correction
from casefiles_support.models import AccessRequest, Correction
from casefiles_support.permissions.corrections import can_keep_corrections


@dataclass(frozen=True)
class Item:
    """`steps`: how the day was worked out. `may`: the verbs that make sense now."""

    ref: str
    title: str
    facts: list[tuple[str, str]]
    steps: tuple[str, ...]
    may: frozenset[str]


def items_of(request: AccessRequest, *, user: Any, on: date) -> list[Item]:
    mine = request.journey.person.login_id == user.pk
    open_ = request.journey.status != "closed"
    keeps = can_keep_corrections(user) and not mine and open_
    found = request.corrections.select_related("request__holder").order_by("pk")
    return [_item(one, keeps=keeps, prints=(keeps or mine) and open_, on=on) for one in found]


def _item(one: Correction, *, keeps: bool, prints: bool, on: date) -> Item:
    clock = clock_of_correction(one, on=on)
    told = [("Sent", _day(one.asked_on)), ("They had it", _day(one.received_on))]
    if clock.due and one.answered_on is None:
        told.append(("They had time until" if clock.late else "They have time until", _day(clock.due)))
    if one.answered_on:
        told.append(("What came of it", f"{_day(one.answered_on)}: {one.get_result_display()}"))
    may = {"statement"} if prints and one.answered_on is None else set()
    if keeps and one.answered_on is None:
        may.add("send" if one.asked_on is None else "receive" if one.received_on is None else "")
        may.add("answer")
    return Item(one.ref, one.get_kind_display(), told, clock.steps if one.received_on else (), frozenset(may))


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "Not yet"
