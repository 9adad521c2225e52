import pytest
from django.urls import reverse

from mentoring.models import Match, Mentor
from people.actions import persons
from tests.conftest import NOW, match_of, mentor_for
from tests.factories.mentoring import match_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def kim(yorkshire):
    return persons.add(preferred_name="Kim", family_name="Wagtail", team=yorkshire, by=None, at=NOW)


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


@pytest.fixture
def mentor(sam):
    return Mentor.objects.get(person__login=sam)


def url(verb, *refs):
    return reverse(f"mentoring:{verb}", args=refs)


def yes(now):
    day = now.date()
    return {"told": "spoken", "said_on_0": day.day, "said_on_1": day.month, "said_on_2": day.year}


def test_a_coordinator_brings_two_people_together_step_by_step(as_rosa, as_sam, mentor, kim, now):
    assert "Sam" in as_rosa.get(url("matches-find", kim.ref)).text
    as_rosa.post(url("matches-suggest", kim.ref, mentor.ref))
    match = Match.objects.get()
    as_sam.post(url("match_steps-answer", match.ref), {"answer": "yes"})
    as_rosa.post(url("match_steps-yes", match.ref), yes(now))
    as_rosa.post(url("match_steps-approve", match.ref))
    answer = as_rosa.post(url("match_steps-begin", match.ref), follow=True)

    match.refresh_from_db()
    assert match.status == "active"
    assert "It has begun." in answer.text
    assert "Kim" in as_sam.get(reverse("desk:home")).text


def test_a_mentor_is_asked_with_little_about_the_person(as_sam, mentor, jo, leeds):
    match = match_at("suggested", mentor, jo)

    page = as_sam.get(url("match_steps-answer", match.ref)).text

    assert "Jo" in page
    assert "Yorkshire and The Humber, visits in a prison" in page
    for more in ("Canary", "HMP Leeds", jo.ref):
        assert more not in page


def test_before_both_said_yes_a_mentor_sees_no_page_of_the_person(as_sam, mentor, kim):
    match = match_at("approved", mentor, kim)

    assert as_sam.get(reverse("people:persons-detail", args=[kim.ref])).status_code == 404
    assert as_sam.get(url("matches-detail", match.ref)).status_code == 404


def test_a_mentor_may_say_no_without_a_reason(as_sam, mentor, kim):
    match = match_at("suggested", mentor, kim)

    as_sam.post(url("match_steps-answer", match.ref), {"answer": "no"})

    match.refresh_from_db()
    assert (match.status, match.status_reason) == ("ended", "Would rather not say")


def test_an_answer_given_twice_is_not_there_any_more(as_sam, mentor, kim):
    match = match_at("suggested", mentor, kim)
    as_sam.post(url("match_steps-answer", match.ref), {"answer": "yes"})

    assert as_sam.post(url("match_steps-answer", match.ref), {"answer": "no"}).status_code == 404


def test_another_mentor_cannot_answer(client, sign_in, make_user, yorkshire, mentor, kim):
    other = make_user("other", "peer_mentor")
    mentor_for(other, yorkshire)
    match = match_at("suggested", mentor, kim)

    assert sign_in(client, other).post(url("match_steps-answer", match.ref), {"answer": "yes"}).status_code == 404


def test_nobody_approves_before_both_said_yes(as_rosa, mentor, kim):
    match = match_at("mentor_agreed", mentor, kim)

    answer = as_rosa.post(url("match_steps-approve", match.ref))

    assert answer.status_code == 422
    assert "moved on" in answer.text


def test_a_yes_needs_a_day(as_rosa, mentor, kim):
    match = match_at("mentor_agreed", mentor, kim)

    assert as_rosa.post(url("match_steps-yes", match.ref), {"told": "spoken"}).status_code == 422


def test_a_no_is_written_down_with_who_said_it(as_rosa, mentor, kim):
    match = match_at("mentor_agreed", mentor, kim)

    as_rosa.post(url("match_steps-no", match.ref), {"what": "person_no", "reason": "not_now", "note": "In spring"})

    step = match.steps.get(what="person_no")
    assert (step.reason, step.note) == ("Not just now", "In spring")


def test_a_match_is_paused_and_taken_up_again(as_rosa, as_sam, match):
    as_rosa.post(url("match_steps-pause", match.ref), {"reason": "Visits are stopped for now", "note": "Until May"})
    page = as_sam.get(url("matches-detail", match.ref)).text
    assert "Visits are stopped for now" in page
    assert "Until May" not in page

    as_rosa.post(url("match_steps-resume", match.ref))

    match.refresh_from_db()
    assert match.status == "active"


def test_a_coordinator_takes_no_step_in_a_match_of_their_own(client, sign_in, make_user, yorkshire, kim):
    both = make_user("both", "peer_mentor", "coordinator")
    match = match_of(mentor_for(both, yorkshire), kim)

    assert sign_in(client, both).post(url("match_steps-pause", match.ref)).status_code == 404


def test_a_persons_page_leads_to_finding_a_mentor(as_rosa, as_sam, match, jo):
    there = url("matches-find", jo.ref)

    assert there in as_rosa.get(reverse("people:persons-detail", args=[jo.ref])).text
    assert there not in as_sam.get(reverse("people:persons-detail", args=[jo.ref])).text
