"""Jo’s request after an answer came, and what Finn notes about it: plain rows where nothing else has to be true."""

from datetime import timedelta

import pytest

from casefiles_support.actions import (
    complaints,
    corrections,
    erasures,
    evaluations,
    family_plans,
    missing_items,
    redactions,
)
from casefiles_support.models import AccessRequest, Holder, Journey
from tests.conftest import NOW

TODAY = NOW.date()
RECEIVED_ON = TODAY - timedelta(days=60)
ANSWERED_ON = TODAY - timedelta(days=20)
LONG_AGO = NOW - timedelta(days=120)


def answered_by(journey, name, by, *, status="answered", answered_on=ANSWERED_ON, received_on=RECEIVED_ON):
    """A request to a council of that name, with its facts."""
    holder = Holder.objects.create(name=name, kind="council", nation="E", added_at=NOW)
    request = AccessRequest.objects.create(
        journey=journey, holder=holder, scope="everything", deliver_to="supporter", status=status, key=holder.ref,
        opened_at=LONG_AGO, opened_by=by, last_contact_on=answered_on,
    )  # fmt: skip
    told = {"entered_at": NOW, "entered_by": by}
    if received_on:
        request.facts.create(kind="received", on=received_on, key="r", **told)
    if answered_on and status in ("answered", "closed"):
        request.facts.create(kind="full_reply", on=answered_on, key="a", **told)
    return request


def stand(request, status):
    """Put a request somewhere on its way, whatever came before."""
    AccessRequest.objects.filter(pk=request.pk).update(status=status)
    request.refresh_from_db()
    return request


def closed(journey, *, on=TODAY):
    Journey.objects.filter(pk=journey.pk).update(status="closed", closed_on=on, back_to="")
    journey.refresh_from_db()
    return journey


@pytest.fixture
def answered(journey, finn):
    """Leeds answered, ten days late."""
    return answered_by(journey, "Leeds Council", finn)


@pytest.fixture
def redaction(answered, finn):
    return redactions.note(
        request=answered, category="professional", pages=12, reason_given=False, key="c1", by=finn, at=NOW
    )


@pytest.fixture
def missing_item(answered, finn):
    return missing_items.note(request=answered, kind="photographs", key="m1", by=finn, at=NOW)


@pytest.fixture
def asked_item(missing_item, answered, finn):
    missing_items.ask(request=answered, on=TODAY, by=finn, at=NOW)
    missing_item.refresh_from_db()
    return missing_item


@pytest.fixture
def correction(answered, finn):
    return corrections.begin(request=answered, kind="statement", key="k1", by=finn, at=NOW)


@pytest.fixture
def complaint(answered, finn):
    return complaints.send(request=answered, about="covered", on=TODAY, key="p1", by=finn, at=NOW)


@pytest.fixture
def family_plan(journey, finn):
    return family_plans.make(
        journey=journey, whom="sister", share="that_i_asked", contact="not_asked", recorded_told=True, key="f1",
        by=finn, at=NOW,
    )  # fmt: skip


@pytest.fixture
def erasure(journey, finn):
    """Asked for on Jo’s wish; nobody has told Jo yet."""
    return erasures.ask(journey=closed(journey), by=finn, at=NOW)


@pytest.fixture
def told_erasure(erasure, finn):
    return erasures.tell(erasure=erasure, how="spoken", on=TODAY, by=finn, at=NOW)


@pytest.fixture
def looked_back_at(answered, finn):
    """Jo said how it was with Leeds."""
    evaluations.look_back(
        request=answered, on=TODAY, holder_offered_support="no", holder_explained="unsure", kept_informed="yes",
        helped=["peer"], hurt=["waiting"], key="e1", by=finn, at=NOW,
    )  # fmt: skip
    return answered
