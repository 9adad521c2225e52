"""One of each thing that the addresses of referral and matching name."""

import pytest

from mentoring.actions import match_blocks, referrals, triage
from mentoring.models import Mentor
from people.actions import persons
from tests.conftest import NOW, mentor_for
from tests.factories.mentoring import match_at


@pytest.fixture
def kim(yorkshire):
    """Somebody in Yorkshire for whom Sam is thought of."""
    return persons.add(preferred_name="Kim", family_name="Wagtail", team=yorkshire, by=None, at=NOW)


@pytest.fixture
def lee(yorkshire):
    return persons.add(preferred_name="Lee", family_name="Dunnock", team=yorkshire, by=None, at=NOW)


@pytest.fixture
def bo(yorkshire):
    return persons.add(preferred_name="Bo", family_name="Fieldfare", team=yorkshire, by=None, at=NOW)


@pytest.fixture
def a_suggestion(sam, kim):
    return match_at("suggested", Mentor.objects.get(person__login=sam), kim)


@pytest.fixture
def a_match_to_approve(sam, lee):
    return match_at("person_agreed", Mentor.objects.get(person__login=sam), lee)


@pytest.fixture
def a_match_to_begin(sam, bo):
    return match_at("approved", Mentor.objects.get(person__login=sam), bo)


@pytest.fixture
def a_free_mentor(make_user, yorkshire):
    return mentor_for(make_user("free", "peer_mentor", name="Free"), yorkshire)


@pytest.fixture
def a_block(jo, kim, nadia):
    return match_blocks.make(person=jo, other=kim, kind="gang", reason="The prison told us", key="b1", by=nadia, at=NOW)


def _put_forward(by, key, **told):
    told = {"preferred_name": "Wren", "source": "prison", "care": "yes", "where": "unknown"} | told
    agreed = referrals.Agreed(how="spoken", on=NOW.date(), whom="Dee")
    return referrals.ask(details=referrals.Details(**told), agreed=agreed, key=key, by=by, at=NOW)


@pytest.fixture
def a_draft_referral(dee):
    told = referrals.Details(preferred_name="Wren", source="prison", care="yes", where="unknown")
    return referrals.begin(details=told, key="draft", by=dee, at=NOW)


@pytest.fixture
def a_referral(dee, rosa, yorkshire):
    """One that Rosa's team has taken."""
    return triage.take(referral=_put_forward(dee, "sent"), team=yorkshire, by=rosa, at=NOW)


def crowd_of_referrals(person, dee, rosa, n):
    """One of those that wait, for a list."""
    sent = _put_forward(dee, f"crowd{n}")
    triage.take(referral=sent, team=person.team, by=rosa, at=NOW)
    triage.take_on(referral=sent, to="waiting", person=person, by=rosa, at=NOW)
