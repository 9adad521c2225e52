"""A holder, and a request of Jo’s at each point of its way: plain rows, so that nothing else has to be true."""

from datetime import timedelta

import pytest

from accounts.models import User
from casefiles_support.actions import facts
from casefiles_support.models import AccessRequest, Authority, Holder, Journey
from people.actions import persons
from places.models import Team
from tests.conftest import NOW

TODAY = NOW.date()
SENT_ON = TODAY - timedelta(days=20)
RECEIVED_ON = TODAY - timedelta(days=18)


def holder_called(name, **more):
    """A council whose address was checked."""
    checked = {"address": "Records Team\n1 Made Up Street\nLS1 1AA", "verified_on": TODAY}
    told = {"kind": "council", "nation": "E", "source": "Its own page", "added_at": NOW} | checked | more
    return Holder.objects.create(name=name, **told)


def request_to(journey, holder, *, by, status="drafting", **more):
    told = {"scope": "everything", "deliver_to": "supporter", "opened_at": NOW, "opened_by": by} | more
    return AccessRequest.objects.create(
        journey=journey, holder=holder, status=status, key=f"{holder.ref}{AccessRequest.objects.count()}", **told
    )


def happened(request, kind, on, *, by, basis="letter", reason=""):
    """A fact written down now; the request moves as that says."""
    key = f"{kind}{on}{request.facts.count()}"
    fact = facts.add(request=request, kind=kind, on=on, basis=basis, reason=reason, key=key, by=by, at=NOW)
    request.refresh_from_db()
    return fact


def crowd_of_requests(n):
    """One more holder, asked in whatever journey there is."""
    holder = holder_called(f"Council {n}")
    if journey := Journey.objects.order_by("pk").first():
        request_to(journey, holder, by=journey.opened_by)


@pytest.fixture
def a_holder(db):
    return holder_called("Leeds City Council")


@pytest.fixture
def a_request(journey, a_holder, finn):
    """Begun, and its letter not written."""
    return request_to(journey, a_holder, by=finn)


@pytest.fixture
def a_sent_request(a_request, finn):
    """Posted, and nobody knows yet whether it came."""
    AccessRequest.objects.filter(pk=a_request.pk).update(status="sent")
    a_request.refresh_from_db()
    happened(a_request, "posted", SENT_ON, by=finn)
    return a_request


@pytest.fixture
def a_running_request(a_sent_request, finn):
    """The holder has it, and says so."""
    happened(a_sent_request, "received", RECEIVED_ON, by=finn)
    return a_sent_request


@pytest.fixture
def a_fact(a_running_request):
    return a_running_request.facts.get(kind="received")


@pytest.fixture
def an_authority(a_running_request, finn):
    """Signed for this holder, and seen."""
    return Authority.objects.create(
        request=a_running_request, signed_on=SENT_ON, valid_until=SENT_ON + timedelta(days=180), sighted_on=SENT_ON,
        sighted_by=finn,
    )  # fmt: skip


def a_minimal_request(team=None, **holder):
    """Sent, of somebody new, without a cast: for what is tried many times over."""
    number = AccessRequest.objects.count()
    team = team or Team.objects.get_or_create(name="Yorkshire")[0]
    person = persons.add(preferred_name="Ash", team=team, by=None, at=NOW)
    keeper = User.objects.get_or_create(username="keeper")[0]
    journey = Journey.objects.create(person=person, team=team, key=f"m{number}", opened_at=NOW, opened_by=keeper)
    return request_to(journey, holder_called(f"Council of {person.ref}", **holder), by=keeper, status="sent")
