"""What comes due in complaints: asked of the database each night, and owed by whoever is in charge."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from casefiles_support.actions import duties
from casefiles_support.complaining import acknowledge_duty, receipt_duty, regulator_duty
from casefiles_support.models import AccessRequest, Complaint, Journey
from casefiles_support.rules import complaints as rules
from common.dates import local_day

BATCH = 500
# Two weeks after it was sent, and nobody knows if they have it.
ASK_AFTER = timedelta(days=14)
# Who may still go to the regulator about it.
MAY_GO_ON = (AccessRequest.Status.IN_COMPLAINT, AccessRequest.Status.REFUSED)


@transaction.atomic
def raise_due(*, by: Any, at: datetime) -> int:
    """Complaints that nobody acknowledged in time, those of which nobody knows if they came, and those whose time to go
    to the regulator ends soon. Answers how many there are.
    """
    today = local_day(at)
    waiting = _waiting()
    late = [one for one in waiting if _is_late(one, today)]
    for one in late:
        _owe(one.request, acknowledge_duty(one), "acknowledge_due", one.ref, today, by, at)
    unknown = [one for one in waiting if one.received_on is None and today >= one.sent_on + ASK_AFTER]
    for one in unknown:
        _owe(one.request, receipt_duty(one), "confirm_receipt", one.ref, today, by, at)
    ending = [one for one in _heard_from() if _ends_soon(one, today)]
    for request in ending:
        _owe(request, regulator_duty(request), "regulator_soon", request.ref, today, by, at)
    return len(late) + len(unknown) + len(ending)


def _waiting() -> list[Complaint]:
    sent = Complaint.objects.filter(to=Complaint.To.HOLDER, status=Complaint.Status.SENT)
    return list(_open(sent, "request__").select_related("request__journey__person").order_by("sent_on", "pk")[:BATCH])


def _heard_from() -> list[AccessRequest]:
    """Those that complained to the holder and have not gone on."""
    asked = Complaint.objects.filter(to=Complaint.To.HOLDER).values("request")
    found = AccessRequest.objects.filter(pk__in=asked, status__in=MAY_GO_ON, last_contact_on__isnull=False)
    return list(_open(found, "").select_related("journey__person").order_by("last_contact_on", "pk")[:BATCH])


def _open(found: QuerySet[Any], way: str) -> QuerySet[Any]:
    return found.exclude(**{f"{way}journey__status": Journey.Status.CLOSED})


def _is_late(one: Complaint, on: date) -> bool:
    return rules.is_unacknowledged(
        sent_on=one.sent_on, received_on=one.received_on, acknowledged=one.acknowledged_on is not None, on=on
    )


def _ends_soon(request: AccessRequest, on: date) -> bool:
    last = request.last_contact_on
    return last is not None and rules.is_soon(last_contact=last, on=on)


def _owe(request: AccessRequest, key: str, kind: str, about_ref: str, today: date, by: Any, at: datetime) -> None:
    duties.raise_duty(
        key=key, kind=kind, journey=request.journey, due_on=today, about_ref=about_ref, by=by, at=at
    )  # fmt: skip
