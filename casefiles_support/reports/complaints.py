"""The complaints about one request, until when each has to be acknowledged, and the way to the regulator."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casefiles_support.clocks import clock_of
from casefiles_support.complaining import around, regulator_duties, told
from casefiles_support.models import AccessRequest, Complaint
from casefiles_support.permissions.complaints import can_keep_complaints
from casefiles_support.rules import complaints as rules
from casefiles_support.rules.requests import why_not
from law.access_clock import regulator_before


@dataclass(frozen=True)
class Item:
    ref: str
    complaint: Complaint
    facts: list[tuple[str, str]]
    may: frozenset[str]


@dataclass(frozen=True)
class Page:
    """`go_before`: the last day for the regulator, where it is counted already. `first`: why not the regulator yet."""

    items: list[Item]
    may: frozenset[str]
    go_before: date | None
    first: list[str]


def page_of(request: AccessRequest, *, user: Any, on: date) -> Page:
    keeps = can_keep_complaints(user) and request.journey.person.login_id != user.pk
    keeps = keeps and request.journey.status != "closed"
    here = around(request, clock_of(request, on=on), on=on)
    found = list(request.complaints.order_by("sent_on", "pk"))
    first = rules.first_ask_the_holder(told=told(request), sent_back_on=_sent_back(found), on=on) if found else []
    may: set[str] = set()
    if keeps and not why_not("complain", request.status, here):
        may.add("send")
    if keeps and not first and not why_not("go_to_regulator", request.status, here):
        may.add("take_further")
    if keeps and regulator_duties(request):
        may.add("let_be")
    last = request.last_contact_on
    return Page(
        items=[_item(one, keeps=keeps, on=on) for one in found],
        may=frozenset(may),
        go_before=regulator_before(last_contact=last) if last and found else None,
        first=first if request.status == AccessRequest.Status.IN_COMPLAINT else [],
    )


def _item(one: Complaint, *, keeps: bool, on: date) -> Item:
    told = [("About", one.get_about_display()), ("Sent", _day(one.sent_on)), ("They had it", _day(one.received_on))]
    if one.to == Complaint.To.HOLDER and one.status == Complaint.Status.SENT:
        until = rules.acknowledge_by(sent_on=one.sent_on, received_on=one.received_on)
        sure = one.received_on is not None
        told.append(("They have to say that they have it by", f"{_day(until)}{'' if sure else ', as we reckon'}"))
        if rules.is_unacknowledged(sent_on=one.sent_on, received_on=one.received_on, acknowledged=False, on=on):
            told.append(("Is it late?", "Yes. They have not said that they have it."))
    if one.acknowledged_on:
        told.append(("They said that they have it", _day(one.acknowledged_on)))
    if one.outcome_on:
        told.append(("What came of it", f"{_day(one.outcome_on)}: {one.get_outcome_display()}"))
    may = {"answer"} if keeps and one.status != Complaint.Status.ANSWERED else set()
    if may and one.received_on is None:
        may.add("receive")
    if may and one.status == Complaint.Status.SENT:
        may.add("acknowledge")
    return Item(one.ref, one, told, frozenset(may))


def _sent_back(found: list[Complaint]) -> date | None:
    days = [one.outcome_on for one in found if one.outcome == rules.ASK_HOLDER_FIRST and one.outcome_on]
    return max(days, default=None)


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "Not known yet"
