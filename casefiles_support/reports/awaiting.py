"""What holders owe: requests that nobody has answered yet, with their clocks, worked out as they are asked for."""

from dataclasses import dataclass
from datetime import date, timedelta

from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Fact, Journey
from casefiles_support.models.requests import RequestQuerySet
from law.access_clock import Clock

Status = AccessRequest.Status
OWED = (Status.SENT, Status.RUNNING, Status.WAITING_FOR_PROOF, Status.PART_ANSWERED, Status.PAUSED,
        Status.IN_COMPLAINT, Status.WITH_ICO)  # fmt: skip
# No month is shorter: whatever came later cannot be late yet.
SHORTEST = timedelta(days=28)


@dataclass(frozen=True)
class Late:
    """A request whose holder is late by the reading that gives it most time, on a day that is not assumed."""

    request: AccessRequest
    clock: Clock
    days: int


def late(requests: RequestQuerySet, *, on: date) -> list[Late]:
    """Of these, the latest first; two queries. Nobody is counted who said “not now”."""
    received = Fact.objects.standing().filter(kind=Fact.Kind.RECEIVED, on__lt=on - SHORTEST).values("request")
    owed = requests.with_clock().filter(status__in=OWED, pk__in=received)
    found = []
    for request in owed.exclude(journey__status=Journey.Status.NOT_NOW).select_related("journey__team"):
        clock = clock_of(request, on=on)
        if clock.late and clock.due is not None and clock.state != "answered":
            found.append(Late(request, clock, (on - clock.due).days))
    return sorted(found, key=lambda one: (-one.days, one.request.pk))
