"""A holder, and a request of Jo’s at each point of its way: plain rows, so that nothing else has to be true."""

from datetime import timedelta

import pytest

from casefiles_support.actions import facts
from casefiles_support.models import AccessRequest, Holder, Journey, Supporter
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


@pytest.fixture
def journey(jo, yorkshire, finn):
    """Jo’s, with Finn beside them."""
    made = Journey.objects.create(
        person=jo, team=yorkshire, status="planning", key="j1", opened_at=NOW, opened_by=finn,
    )  # fmt: skip
    Supporter.objects.create(
        journey=made, role="practitioner", login=finn, no_conflict=True, named_at=NOW, named_by=finn, agreed_on=TODAY
    )
    return made


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
