from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import clocks, stops
from casefiles_support.models import AccessRequest, Complaint, Duty, Parcel
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_requests import TODAY, happened, request_to
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=3)


@pytest.fixture
def answered(a_running_request, finn):
    happened(a_running_request, "full_reply", TODAY, by=finn)
    return a_running_request


def close(request, by, told=True, offered=True):
    return stops.close(request=request, told=told, offered=offered, by=by, at=NOW)


@pytest.mark.parametrize("fixture", ["a_request", "a_sent_request", "a_running_request", "answered"])
def test_they_can_stop_it_wherever_it_is(request, fixture, finn):
    asked = request.getfixturevalue(fixture)

    assert stops.withdraw(request=asked, by=finn, at=NOW).status == "withdrawn"


def test_stopping_it_asks_for_nothing_more(a_sent_request, finn):
    clocks.raise_due(by=None, at=NOW)
    assert Duty.objects.open().filter(kind="confirm_receipt").exists()

    stops.withdraw(request=a_sent_request, by=finn, at=NOW)
    assert Duty.objects.get(kind="confirm_receipt").status == "settled"


def test_an_unanswered_question_may_end_it_and_it_can_be_asked_anew(a_running_request, finn, journey, a_holder):
    happened(a_running_request, "clarification_asked", TODAY, by=finn)

    assert stops.lapse(request=a_running_request, by=finn, at=NOW).status == "lapsed"
    assert request_to(journey, a_holder, by=finn).status == "drafting"
    assert a_running_request.facts.count() == 3


def test_it_closes_once_they_know_how_it_ended_and_what_they_can_do(answered, finn):
    done = close(answered, finn)

    assert (done.status, done.before, done.closed_on) == ("closed", "answered", TODAY)


def test_it_opens_again_where_it_was(answered, finn):
    close(answered, finn)
    again = stops.reopen(request=answered, by=finn, at=LATER)

    assert (again.status, again.before, again.closed_on) == ("answered", "", None)


@pytest.mark.parametrize(
    ("told", "sentence"), [({"told": False}, "Tell them how it ended"), ({"offered": False}, "Offer them")]
)
def test_it_does_not_close_before_they_know(answered, finn, told, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        close(answered, finn, **told)


def test_it_does_not_close_while_papers_wait_that_they_do_not_know_of(answered, finn):
    Parcel.objects.create(
        request=answered, key="p1", arrived_on=TODAY, status="with_programme_sealed", logged_at=NOW, logged_by=finn
    )

    with pytest.raises(NotAllowed, match="not been told of"):
        close(answered, finn)


def test_it_does_not_close_while_the_regulator_has_it(answered, finn):
    AccessRequest.objects.filter(pk=answered.pk).update(status="with_ico")
    with pytest.raises(NotAllowed, match="has not answered"):
        close(answered, finn)

    Complaint.objects.create(
        request=answered, key="c1", to="regulator", about="late", status="answered", sent_on=TODAY, outcome_on=TODAY,
        outcome="upheld", written_at=NOW, written_by=finn,
    )  # fmt: skip
    assert close(answered, finn).before == "with_ico"


def test_what_still_runs_is_not_closed(a_running_request, finn):
    with pytest.raises(NotAllowed, match="not over yet"):
        close(a_running_request, finn)


def test_it_is_not_opened_again_beside_a_newer_one(answered, finn, journey, a_holder):
    close(answered, finn)
    request_to(journey, a_holder, by=finn)

    with pytest.raises(NotAllowed, match="newer request"):
        stops.reopen(request=answered, by=finn, at=LATER)


def test_stopping_twice_is_stopping_once(a_request, finn):
    stops.withdraw(request=a_request, by=finn, at=NOW)
    stops.withdraw(request=a_request, by=finn, at=NOW)

    assert Event.objects.filter(verb="files.request.withdrawn").count() == 1


def test_the_trail_says_each_of_them(answered, finn, jo):
    close(answered, finn)
    stops.reopen(request=answered, by=finn, at=LATER)

    said = Event.objects.filter(verb__in=["files.request.closed", "files.request.reopened"], about_ref=jo.ref)
    assert [event.detail for event in said.order_by("pk")] == [{"was": "answered"}, {"stands": "answered"}]
