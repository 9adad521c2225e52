from dataclasses import replace
from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import requests
from casefiles_support.actions.requests import Wish
from casefiles_support.models import AccessRequest, Journey
from common.transitions import NotAllowed
from people.actions import locations
from tests.casefiles_support.fixtures_requests import TODAY, holder_called
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
WISH = Wish(scope="memories", deliver_to="supporter", years_from=1981, years_to=1989)


@pytest.fixture
def begin(journey, a_holder, finn):
    def act(key="b1", holder=a_holder, wish=WISH, by=finn, at=NOW, **more):
        return requests.begin(journey=journey, holder=holder, wish=wish, key=key, by=by, at=at, **more)

    return act


def test_a_request_keeps_what_they_would_like_to_see(begin, finn):
    made = begin()

    assert (made.status, made.scope, made.years_from, made.format) == ("drafting", "memories", 1981, "paper")
    assert (made.opened_by, made.opened_at) == (finn, NOW)


def test_a_journey_has_a_request_for_each_holder(begin):
    begin()
    other = begin(key="b2", holder=holder_called("Bradford Council"))

    assert AccessRequest.objects.filter(journey=other.journey).count() == 2


def test_a_holder_has_one_open_request_in_a_journey(begin):
    first = begin()
    with pytest.raises(NotAllowed, match="already"):
        begin(key="b2")

    AccessRequest.objects.filter(pk=first.pk).update(status="lapsed")
    assert begin(key="b3") != first


def test_a_closed_journey_begins_nothing(begin, journey):
    Journey.objects.filter(pk=journey.pk).update(status="closed", closed_on=TODAY)
    journey.refresh_from_db()

    with pytest.raises(NotAllowed, match="This is closed"):
        begin()


def test_what_is_asked_for_elsewhere_says_where(begin):
    court = holder_called("Leeds Family Court", kind="court", regime="court")

    with pytest.raises(NotAllowed, match="Ask the court"):
        begin(holder=court)


def test_an_abolished_holder_names_who_has_its_records(begin, a_holder):
    old = holder_called("West Riding", closed_on=TODAY, successor=a_holder)

    with pytest.raises(NotAllowed, match="Leeds City Council has its records now"):
        begin(holder=old)


def test_in_prison_it_is_paper(begin):
    with pytest.raises(NotAllowed, match="In prison it has to be paper"):
        begin(wish=replace(WISH, format="digital"))

    leave = {"authorised_on": TODAY, "authorised_by_post": "Head of residence"}
    assert begin(wish=replace(WISH, format="digital", **leave)).was_authorised(TODAY)


def test_outside_it_may_be_a_link(begin, jo):
    locations.record(
        person=jo, kind="community", legal_state="licence", establishment=None, by=None, at=NOW,
        started_on=TODAY - timedelta(days=1),
    )  # fmt: skip

    assert begin(wish=replace(WISH, format="digital")).format == "digital"


def test_a_governors_leave_says_who_and_when(begin):
    with pytest.raises(NotAllowed, match="Write both"):
        begin(wish=replace(WISH, authorised_on=TODAY))


def test_the_same_form_twice_is_one_request(begin):
    assert begin() == begin()


def test_the_trail_names_the_holder_and_no_wish(begin, a_holder, jo):
    made = begin()

    said = Event.objects.get(verb="files.request.begun", subject_ref=made.ref)
    assert (said.about_ref, said.detail) == (jo.ref, {"holder": a_holder.ref})
