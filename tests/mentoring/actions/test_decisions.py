"""Approving, declining, putting off, stepping back, and the second look at a refusal."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.actions import users
from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import appeals, decisions
from mentoring.models import Appeal, MentorApplication
from people.actions import persons
from tests.conftest import NOW
from tests.factories import readiness
from tests.matrix.fixtures_recruitment import applied
from tests.mentoring.actions.test_applications import to_training
from training.models import Completion

Status = MentorApplication.Status
WORDS = "We have no room just now. Please ask again in spring."


@pytest.fixture
def application(yorkshire, rosa):
    return applied(yorkshire, rosa)


@pytest.fixture
def kit_login(application, make_user, rosa):
    login = make_user("kit", "applicant", name="Kit")
    persons.link_login(person=application.mentor.person, login=login, by=rosa, at=NOW)
    application.mentor.person.refresh_from_db()
    return login


def decline(application, by, **said):
    return decisions.decline(application=application, **{"reason": "no_room", "words": WORDS} | said, by=by, at=NOW)


def defer(application, by, **said):
    given = {"reason": "no_room", "words": WORDS, "look_again_on": NOW.date() + timedelta(days=90)}
    return decisions.defer(application=application, **given | said, by=by, at=NOW)


def hear(appeal, by, *, changed=True, words="We think otherwise now."):
    return appeals.decide(appeal=appeal, changed=changed, words=words, by=by, at=NOW)


# ---------------------------------------------------------------- Approval


def test_approval_makes_a_mentor_who_signs_in_as_one(application, kit_login, rosa):
    to_training(application, rosa)

    decisions.approve(application=application, by=rosa, at=NOW)

    application.mentor.refresh_from_db()
    assert (application.status, application.approved_by, application.mentor.status) == ("approved", rosa, "active")
    assert kit_login.roles == {"peer_mentor"}


def test_approval_asks_every_gate_once_more(application, rosa):
    to_training(application, rosa)
    Completion.objects.filter(module="listening").delete()

    with pytest.raises(NotAllowed, match="Training is not finished: Listening"):
        decisions.approve(application=application, by=rosa, at=NOW)
    application.refresh_from_db()
    assert application.status == Status.TRAINING


def test_approval_comes_after_the_training(application, rosa):
    readiness.ready(application.mentor)

    with pytest.raises(NotAllowed, match="comes after the training"):
        decisions.approve(application=application, by=rosa, at=NOW)


def test_nobody_approves_themselves(application, kit_login, rosa):
    to_training(application, rosa)
    users.grant_role(user=kit_login, role="coordinator", by=None, at=NOW)

    with pytest.raises(NotAllowed, match="about themselves"):
        decisions.approve(application=application, by=kit_login, at=NOW)


# ---------------------------------------------------------------- Refusals are said


def test_a_refusal_keeps_its_reason_its_words_and_where_it_stood(application, rosa):
    decline(application, rosa)

    assert (application.status, application.reason, application.words) == ("declined", "no_room", WORDS)
    assert (application.stopped_from, application.stopped_by) == ("submitted", rosa)


@pytest.mark.parametrize("stop", [decline, defer])
@pytest.mark.parametrize(("said", "sentence"), [({"reason": ""}, "Choose the reason"), ({"words": "No."}, "Say why")])
def test_nobody_is_turned_away_in_silence(application, rosa, stop, said, sentence):
    with pytest.raises(NotAllowed, match=sentence):
        stop(application, rosa, **said)


def test_the_database_refuses_a_silent_refusal(application, rosa):
    with pytest.raises(IntegrityError), transaction.atomic():
        MentorApplication.objects.filter(pk=application.pk).update(
            status="declined", stopped_at=NOW, stopped_by=rosa, reason="risk", stopped_from="submitted", words=""
        )


def test_nobody_declines_their_own(application, kit_login):
    with pytest.raises(NotAllowed, match="about themselves"):
        decline(application, kit_login)


def test_an_approved_mentor_is_not_declined(application, rosa):
    decisions.approve(application=to_training(application, rosa), by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="already moved on"):
        decline(application, rosa)


def test_what_is_put_off_is_taken_up_where_it_was_left(application, rosa):
    defer(application, rosa)
    assert application.look_again_on == NOW.date() + timedelta(days=90)

    decisions.resume(application=application, by=rosa, at=NOW)
    assert (application.status, application.look_again_on) == (Status.SUBMITTED, None)


@pytest.mark.parametrize("days", [None, 0, 1000])
def test_it_is_put_off_until_a_day(application, rosa, days):
    day = None if days is None else NOW.date() + timedelta(days=days)
    with pytest.raises(NotAllowed, match="Choose the day"):
        defer(application, rosa, look_again_on=day)


def test_what_was_put_off_and_then_declined_goes_on_from_where_it_first_stood(application, rosa, marion):
    decline(defer(application, rosa), rosa)
    hear(appeals.make(application=application, grounds="Please", by=rosa, at=NOW), marion)

    application.refresh_from_db()
    assert application.status == Status.SUBMITTED


def test_who_steps_back_needs_no_reason_and_may_come_back(application, kit_login, rosa):
    decisions.withdraw(application=application, words="", by=kit_login, at=NOW)
    assert (application.status, application.reason) == (Status.WITHDRAWN, "own_choice")

    decisions.resume(application=application, by=rosa, at=NOW)
    assert application.status == Status.SUBMITTED


def test_what_is_under_way_is_not_taken_up_again(application, rosa):
    with pytest.raises(NotAllowed, match="already moved on"):
        decisions.resume(application=application, by=rosa, at=NOW)


# ---------------------------------------------------------------- The second look


@pytest.fixture
def appeal(application, rosa):
    return appeals.make(application=decline(application, rosa), grounds="I am ready", by=rosa, at=NOW)


def test_a_decision_that_is_changed_goes_on_where_it_stood(appeal, application, marion):
    hear(appeal, marion)

    application.refresh_from_db()
    assert (appeal.status, appeal.decided_by, application.status) == ("overturned", marion, "submitted")


def test_a_decision_may_stand_with_its_reason(appeal, application, marion):
    hear(appeal, marion, changed=False, words="The same holds, and we are sorry.")

    application.refresh_from_db()
    assert (appeal.status, application.status) == ("upheld", "declined")


def test_another_person_than_the_one_who_refused_looks_again(appeal, rosa):
    with pytest.raises(NotAllowed, match="Somebody else must look"):
        hear(appeal, rosa)


def test_the_database_holds_to_another_person_too(appeal, rosa, application):
    with pytest.raises(IntegrityError), transaction.atomic():
        Appeal.objects.filter(pk=appeal.pk).update(status="upheld", decided_by=rosa, decided_at=NOW)


def test_nobody_hears_their_own_appeal(appeal, kit_login):
    with pytest.raises(NotAllowed, match="about themselves"):
        hear(appeal, kit_login)


def test_an_appeal_is_answered_in_words(appeal, marion):
    with pytest.raises(NotAllowed, match="Say why"):
        hear(appeal, marion, words="No.")


def test_an_appeal_says_what_should_be_looked_at(application, rosa):
    with pytest.raises(NotAllowed, match="Say what should be looked at"):
        appeals.make(application=decline(application, rosa), grounds=" ", by=rosa, at=NOW)


def test_only_a_refusal_is_appealed(application, rosa):
    with pytest.raises(NotAllowed, match="Only a refusal"):
        appeals.make(application=application, grounds="Hurry up", by=rosa, at=NOW)


def test_one_appeal_waits_at_a_time_and_is_heard_once(appeal, application, rosa, marion):
    with pytest.raises(NotAllowed, match="looking at it again already"):
        appeals.make(application=application, grounds="Again", by=rosa, at=NOW)

    hear(appeal, marion, changed=False)
    with pytest.raises(NotAllowed, match="already moved on"):
        hear(appeal, marion)
    assert Event.objects.filter(verb="mentoring.appeal.decided").count() == 1
