from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from audit.models import Event
from common.transitions import NotAllowed
from mentoring import between
from mentoring.actions import matches, mentors
from mentoring.models import Match, Mentor, Task
from messaging.models import Message
from people.actions import locations, persons
from tests.conftest import NOW
from tests.factories.mentoring import match_at
from tests.factories.people import held, prison
from tests.factories.readiness import ready_for

ACT = {"by": None, "at": NOW}
NOT_STARTED_OR_OVER = ["suggested", "mentor_agreed", "person_agreed", "approved", "ending", "ended"]


def test_begin_ending_keeps_the_mentor_until_the_last_day(match, sam):
    matches.begin_ending(match=match, **ACT)

    assert match.status == "ending"
    assert list(Match.objects.visible_to(sam)) == [match]


def test_a_paused_match_may_come_to_its_end_too(match):
    matches.pause(match=match, reason="moved", **ACT)

    assert matches.begin_ending(match=match, **ACT).status == "ending"


@pytest.mark.parametrize("status", NOT_STARTED_OR_OVER)
def test_begin_ending_refuses_a_match_that_is(match, status):
    Match.objects.filter(pk=match.pk).update(status=status, ended_on=NOW.date() if status == "ended" else None)

    with pytest.raises(NotAllowed, match="moved on"):
        matches.begin_ending(match=match, **ACT)


def test_go_on_calls_the_ending_off(match):
    matches.begin_ending(match=match, **ACT)

    assert matches.go_on(match=match, **ACT).status == "active"


def test_go_on_refuses_a_match_that_is_not_ending(match):
    with pytest.raises(NotAllowed, match="moved on"):
        matches.go_on(match=match, **ACT)


def test_both_leave_a_sentence_about_the_person(match, jo):
    matches.begin_ending(match=match, **ACT)
    matches.go_on(match=match, **ACT)

    said = Event.objects.filter(about_ref=jo.ref, verb__startswith="mentoring.match.ending").order_by("pk")
    assert [event.sentence for event in said] == [
        "began to bring a match to its end",
        "called off the end of a match",
    ]


# ---------------------------------------------------------------- On the way to the first day


@pytest.fixture
def mentor(sam):
    return Mentor.objects.get(person__login=sam)


SAID = {"told": "spoken", "said_on": NOW.date()}


def test_a_match_begins_when_both_said_yes_and_it_was_approved(mentor, jo, rosa):
    match = match_at("active", mentor, jo, by=rosa)

    assert match.status == "active"
    assert match.started_on == NOW.date()
    assert [step.what for step in match.steps.order_by("pk")] == [
        "suggested", "mentor_yes", "person_yes", "approved", "begun"
    ]  # fmt: skip
    assert match.approved_by == rosa


@pytest.mark.parametrize("status", ["suggested", "mentor_agreed", "person_agreed"])
def test_begin_refuses_a_match_that_is_only(status, mentor, jo):
    match = match_at(status, mentor, jo)

    with pytest.raises(NotAllowed, match="moved on"):
        matches.begin(match=match, **ACT)


def test_the_person_is_asked_after_the_mentor(mentor, jo):
    with pytest.raises(NotAllowed, match="moved on"):
        matches.person_agrees(match=match_at("suggested", mentor, jo), **SAID, **ACT)


def test_the_database_refuses_an_open_match_that_nobody_agreed_to(mentor, jo):
    match = match_at("suggested", mentor, jo)

    with pytest.raises(IntegrityError), transaction.atomic():
        Match.objects.filter(pk=match.pk).update(status="active", started_on=NOW.date())


def test_a_yes_cannot_be_from_tomorrow(mentor, jo):
    match = match_at("suggested", mentor, jo)

    with pytest.raises(NotAllowed, match="future"):
        matches.mentor_agrees(match=match, told="spoken", said_on=NOW.date() + timedelta(days=1), **ACT)


def test_nobody_approves_their_own_match(mentor, jo, sam):
    with pytest.raises(NotAllowed, match="Somebody else"):
        matches.approve(match=match_at("person_agreed", mentor, jo), by=sam, at=NOW)


def test_begin_asks_again_whether_the_mentor_is_active(mentor, jo):
    match = match_at("approved", mentor, jo)
    mentors.change_status(mentor=mentor, to="suspended", reason="", **ACT)

    with pytest.raises(NotAllowed, match="not active"):
        matches.begin(match=Match.objects.get(pk=match.pk), **ACT)


def test_begin_asks_again_whether_the_mentor_has_room(mentor, jo):
    match = match_at("approved", mentor, jo)
    Mentor.objects.filter(pk=mentor.pk).update(capacity=0)

    with pytest.raises(NotAllowed, match="enough"):
        matches.begin(match=match, **ACT)


def test_begin_needs_to_know_which_prison(mentor, jo):
    match = match_at("approved", mentor, jo)
    held(jo, at=NOW)

    with pytest.raises(NotAllowed, match="which prison"):
        matches.begin(match=match, **ACT)


@pytest.mark.parametrize("gate", ["approve", "begin", "resume", "go_on"])
def test_the_gates_are_asked_on_that_day_for_the_place_where_the_person_is(gate, mentor, jo, leeds, monkeypatch):
    before = {"approve": "person_agreed", "begin": "approved", "resume": "active", "go_on": "active"}[gate]
    match = match_at(before, mentor, jo)
    if gate == "resume":
        matches.pause(match=match, reason="They have moved", **ACT)
    if gate == "go_on":
        matches.begin_ending(match=match, **ACT)
    asked = []

    def refuse(**about):
        asked.append(about)
        return ["No clearance for HMP Leeds."]

    monkeypatch.setattr(between, "why_not_cleared", refuse)
    with pytest.raises(NotAllowed, match="No clearance"):
        getattr(matches, gate)(match=match, **ACT)

    assert asked == [{"mentor": mentor, "establishment": leeds, "on": NOW.date()}]


@pytest.mark.parametrize("status", ["suggested", "mentor_agreed", "person_agreed", "approved"])
def test_a_no_at_any_time_before_the_first_day_is_kept(status, mentor, jo):
    match = match_at(status, mentor, jo)

    matches.say_no(match=match, what="person_no", reason="Not just now", note="Maybe in spring", **ACT)

    assert (match.status, match.started_on) == ("ended", None)
    step = match.steps.get(what="person_no")
    assert (step.reason, step.note) == ("Not just now", "Maybe in spring")


def test_after_a_no_they_may_be_suggested_again(mentor, jo):
    matches.say_no(match=match_at("suggested", mentor, jo), what="mentor_no", reason="Not just now", **ACT)

    assert match_at("suggested", mentor, jo).status == "suggested"


def test_a_match_that_has_begun_cannot_be_refused(match):
    with pytest.raises(NotAllowed, match="moved on"):
        matches.say_no(match=match, what="person_no", reason="", **ACT)


def test_each_step_leaves_a_sentence_about_the_person(mentor, jo):
    match_at("active", mentor, jo)

    said = Event.objects.filter(about_ref=jo.ref, verb__startswith="mentoring.match").order_by("pk")
    assert [event.verb.removeprefix("mentoring.match.") for event in said] == [
        "made", "mentor_agreed", "person_agreed", "approved", "begun"
    ]  # fmt: skip


# ---------------------------------------------------------------- Moves


def moves_to(jo, **where):
    where = {"legal_state": "sentenced", "started_on": NOW.date()} | where
    return locations.record(person=jo, by=None, at=NOW, **where)


def test_a_transfer_lets_a_match_wait_and_never_ends_it(match, jo):
    moves_to(jo, kind="custody", establishment=prison())

    match.refresh_from_db()
    assert (match.status, match.status_reason) == ("paused", "They have moved")


def test_a_recall_lets_a_match_wait(match, jo, leeds):
    moves_to(jo, kind="community", legal_state="licence")
    moves_to(jo, kind="custody", establishment=leeds, legal_state="recalled")

    match.refresh_from_db()
    assert (match.status, match.status_reason) == ("paused", "They have gone back into prison")


def test_leaving_prison_changes_nothing_between_them(match, jo):
    moves_to(jo, kind="community", legal_state="licence")

    match.refresh_from_db()
    assert match.status == "active"


def test_leaving_prison_lets_a_match_wait_where_the_gates_say_so(match, jo, monkeypatch):
    monkeypatch.setattr(between, "why_not_go_on", lambda **about: ["The check has run out."])
    moves_to(jo, kind="community", legal_state="licence")

    match.refresh_from_db()
    assert (match.status, match.status_reason) == ("paused", "They have left prison")


def test_another_state_in_the_same_prison_changes_nothing(match, jo, leeds):
    moves_to(jo, kind="custody", establishment=leeds, legal_state="recalled")

    match.refresh_from_db()
    assert match.status == "active"


def test_a_mentor_who_goes_into_prison_lets_their_matches_wait(match, leeds):
    moves_to(match.mentor.person, kind="custody", establishment=leeds)

    match.refresh_from_db()
    assert (match.status, match.status_reason) == ("paused", "Their mentor needs some time")


def test_a_match_that_has_not_begun_is_left_alone(mentor, jo):
    match = match_at("approved", mentor, jo)
    moves_to(jo, kind="custody", establishment=prison())

    match.refresh_from_db()
    assert match.status == "approved"


def test_a_move_raises_one_task_for_the_team(match, jo, yorkshire):
    stay = moves_to(jo, kind="custody", establishment=prison())

    task = Task.objects.get(kind="match_after_move")
    assert (task.kind, task.team, task.match, task.due_on) == (
        "match_after_move", yorkshire, match, NOW.date() + timedelta(days=1)
    )  # fmt: skip
    assert task.key == f"move:{stay.ref}:{match.ref}"


def test_leaving_prison_raises_a_task_though_they_go_on(match, jo):
    moves_to(jo, kind="community", legal_state="licence")

    assert Task.objects.get(kind="match_after_move").match == match


def test_a_move_that_is_refused_pauses_nothing(match, jo):
    with pytest.raises(NotAllowed):
        moves_to(jo, kind="custody", establishment=prison(), started_on=NOW.date() + timedelta(days=3))

    match.refresh_from_db()
    assert match.status == "active"


def test_they_go_on_at_the_new_place_once_that_prison_has_cleared_the_mentor(match, jo):
    moves_to(jo, kind="custody", establishment=prison())
    match.refresh_from_db()
    with pytest.raises(NotAllowed, match="They have no clearance for HMP Test"):
        matches.resume(match=match, **ACT)
    ready_for(match.mentor, jo)

    assert matches.resume(match=match, **ACT).status == "active"
    assert match.status_reason == ""


def someone(team):
    return persons.add(preferred_name="Kim", team=team, **ACT)


def test_a_mentor_who_is_asked_learns_that_something_waits(match, yorkshire, sam):
    type(sam).objects.filter(pk=sam.pk).update(email="sam@example.org")
    match.mentor.person.login.refresh_from_db()

    asked = matches.suggest(mentor=match.mentor, person=someone(yorkshire), **ACT)

    told = Message.objects.get(key=f"mentoring.asked:{asked.ref}")
    assert "Kim" not in told.text and asked.ref not in told.text
    assert not Task.objects.open().filter(kind="mentor_to_ask").exists()


def test_staff_tell_a_mentor_whom_no_email_may_reach_until_they_have_answered(match, yorkshire, jo, leeds, sam):
    type(sam).objects.filter(pk=sam.pk).update(email="sam@example.org")
    locations.record(
        person=match.mentor.person, kind="custody", establishment=leeds, started_on=NOW.date(), by=None, at=NOW
    )
    mentor = type(match.mentor).objects.get(pk=match.mentor.pk)

    asked = matches.suggest(mentor=mentor, person=someone(yorkshire), **ACT)

    task = Task.objects.open().get(kind="mentor_to_ask")
    assert (task.mentor, task.match, task.team) == (mentor, asked, mentor.team)
    assert not Message.objects.filter(key__startswith="mentoring.asked").exists()
    matches.mentor_agrees(match=asked, told="paper", said_on=NOW.date(), **ACT)
    assert not Task.objects.open().filter(kind="mentor_to_ask").exists()


@pytest.mark.parametrize("what", ["no", "end"])
def test_nobody_need_tell_them_any_more(match, yorkshire, what):
    asked = matches.suggest(mentor=match.mentor, person=someone(yorkshire), **ACT)
    assert Task.objects.open().filter(kind="mentor_to_ask").exists()

    if what == "no":
        matches.say_no(match=asked, what="taken_back", reason="-", **ACT)
    else:
        matches.end(match=asked, reason="-", **ACT)

    assert not Task.objects.open().filter(kind="mentor_to_ask").exists()
