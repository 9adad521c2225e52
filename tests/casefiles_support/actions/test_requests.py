from dataclasses import replace
from datetime import timedelta

import pytest

from audit.models import Event
from casefiles_support.actions import requests
from casefiles_support.actions.requests import Wish
from casefiles_support.clocks import clock_of
from casefiles_support.models import AccessRequest, Duty, Journey
from common.transitions import NotAllowed, Stale
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


def test_what_they_would_like_may_change_until_they_agree(a_request, finn):
    requests.amend(request=a_request, wish=WISH, seen=1, by=finn, at=NOW)
    a_request.refresh_from_db()
    assert (a_request.scope, a_request.version) == ("memories", 2)

    AccessRequest.objects.filter(pk=a_request.pk).update(status="agreed")
    with pytest.raises(NotAllowed, match="Take the letter back"):
        requests.amend(request=a_request, wish=WISH, seen=2, by=finn, at=NOW)


def test_whoever_is_second_sees_what_the_first_wrote(a_request, finn):
    requests.amend(request=a_request, wish=WISH, seen=1, by=finn, at=NOW)

    with pytest.raises(Stale):
        requests.amend(request=a_request, wish=WISH, seen=1, by=finn, at=NOW)


def test_what_is_passed_on_gets_a_request_and_a_time_of_its_own(a_running_request, finn):
    told = {"on": TODAY, "basis": "letter", "came_along": True, "key": "p1", "by": finn, "at": NOW}
    new = requests.pass_on(request=a_running_request, holder=holder_called("Bradford"), **told)
    a_running_request.refresh_from_db()

    assert (a_running_request.status, new.status, new.passed_on_from) == ("passed_on", "sent", a_running_request)
    assert new.scope == a_running_request.scope
    assert requests.pass_on(request=a_running_request, holder=new.holder, **told) == new
    assert clock_of(new, on=TODAY).state == "not_started"


def test_what_was_not_sent_is_not_passed_on(a_request, finn):
    with pytest.raises(NotAllowed, match="not been sent"):
        requests.pass_on(
            request=a_request, holder=holder_called("Bradford"), on=TODAY, basis="letter", came_along=False, key="p1",
            by=finn, at=NOW,
        )  # fmt: skip


def test_whoever_moves_into_custody_is_asked_again_how_it_should_come(a_request, jo, finn):
    AccessRequest.objects.filter(pk=a_request.pk).update(format="digital")
    assert requests.ask_format_again(person=jo, by=None, at=NOW) == 1
    duty = Duty.objects.get(kind="format_again")

    requests.authorise(request=a_request, on=TODAY, post="Head of residence", seen=1, by=finn, at=NOW)
    duty.refresh_from_db()
    assert duty.status == "done"


def test_on_paper_after_all(a_request, finn):
    AccessRequest.objects.filter(pk=a_request.pk).update(format="digital")
    a_request.refresh_from_db()
    requests.paper_only(request=a_request, seen=1, by=finn, at=NOW)
    a_request.refresh_from_db()

    assert a_request.format == "paper"
    with pytest.raises(NotAllowed, match="on paper already"):
        requests.paper_only(request=a_request, seen=2, by=finn, at=NOW)


@pytest.mark.parametrize(
    ("post", "on", "sentence"), [(" ", TODAY, "Write both"), ("Governor", TODAY + timedelta(days=1), "in the future")]
)
def test_leave_that_nobody_gave_is_refused(a_request, finn, post, on, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        requests.authorise(request=a_request, on=on, post=post, seen=1, by=finn, at=NOW)
