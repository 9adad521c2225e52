from datetime import timedelta

import pytest
from django.db import connection

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import mentors, supervisions
from mentoring.actions.supervisions import Account
from mentoring.models import Mentor, Supervision, Task
from mentoring.models.supervisions import due_by
from messaging.models import Message
from people.actions import locations
from tests.conftest import NOW

CANARY = "He is carrying too much since his brother Idwal"
TODAY = NOW.date()


def account(**changes) -> Account:
    said = {
        "held_on": TODAY,
        "kind": "one_to_one",
        "agreed_summary": "You will take Fridays off.",
        "private_notes": CANARY,
        "next_due_on": TODAY + timedelta(weeks=4),
    }
    return Account(**(said | changes))


@pytest.fixture
def mentor(sam) -> Mentor:
    sam.email = "sam@example.org"
    sam.save()
    return Mentor.objects.get(person__login=sam)


@pytest.fixture
def planned(mentor, rosa) -> Supervision:
    return supervisions.plan(
        mentor=mentor, supervisor=rosa, planned_for=NOW + timedelta(days=3), kind="one_to_one", key="p1", by=rosa,
        at=NOW,
    )  # fmt: skip


@pytest.fixture
def held(mentor, rosa) -> Supervision:
    return supervisions.record(mentor=mentor, account=account(), key="h1", by=rosa, at=NOW)


def test_plan_then_hold_keeps_what_was_agreed(planned, rosa):
    supervisions.hold(supervision=planned, account=account(), by=rosa, at=NOW)

    planned.refresh_from_db()
    assert planned.status == "held"
    assert planned.agreed_summary == "You will take Fridays off."
    assert planned.private_notes == CANARY
    assert planned.next_due_on == TODAY + timedelta(weeks=4)


def test_what_was_said_is_sealed(held):
    with connection.cursor() as cursor:
        cursor.execute("SELECT private_notes, agreed_summary FROM mentoring_supervision WHERE id = %s", [held.pk])
        notes, summary = cursor.fetchone()
    assert notes.startswith("1:") and "Idwal" not in notes
    assert summary.startswith("1:") and "Fridays" not in summary


def test_the_mentor_says_that_is_right(held, sam):
    supervisions.answer(supervision=held, words="  ", by=sam, at=NOW)

    assert (held.status, held.answered_at) == ("agreed", NOW)


def test_the_mentor_adds_words_and_what_staff_wrote_stays(held, sam):
    supervisions.answer(supervision=held, words="And Mondays.", by=sam, at=NOW)

    assert (held.status, held.mentors_words) == ("added_to", "And Mondays.")
    assert held.agreed_summary == "You will take Fridays off."


def test_a_meeting_is_answered_once(held, sam):
    supervisions.answer(supervision=held, words="", by=sam, at=NOW)

    with pytest.raises(NotAllowed, match="already moved on"):
        supervisions.answer(supervision=held, words="No!", by=sam, at=NOW)


def test_call_off_says_why(planned, rosa):
    with pytest.raises(NotAllowed, match="Say why"):
        supervisions.call_off(supervision=planned, because=" ", by=rosa, at=NOW)

    supervisions.call_off(supervision=planned, because="Trains stopped", by=rosa, at=NOW)

    assert (planned.status, planned.called_off_because) == ("called_off", "Trains stopped")
    with pytest.raises(NotAllowed, match="already moved on"):
        supervisions.hold(supervision=planned, account=account(), by=rosa, at=NOW)


def test_nobody_supervises_themselves(mentor, sam):
    with pytest.raises(NotAllowed, match="own supervisor"):
        supervisions.record(mentor=mentor, account=account(), key="x", by=sam, at=NOW)


def test_a_meeting_in_the_future_is_not_written_up(mentor, rosa):
    with pytest.raises(NotAllowed, match="has not come yet"):
        supervisions.record(mentor=mentor, account=account(held_on=TODAY + timedelta(days=1)), key="x", by=rosa, at=NOW)


def test_due_is_the_day_agreed_last_time(mentor, held):
    agreed = TODAY + timedelta(weeks=4)

    assert not due_by(Mentor.objects.all(), agreed - timedelta(days=1))
    assert list(due_by(Mentor.objects.all(), agreed)) == [mentor]


def test_somebody_never_met_is_due_from_their_first_day(mentor):
    assert list(due_by(Mentor.objects.all(), TODAY)) == [mentor]


def test_somebody_suspended_is_on_no_due_list(mentor):
    mentors.change_status(mentor=mentor, to="suspended", reason="", by=None, at=NOW)

    assert not due_by(Mentor.objects.all(), TODAY + timedelta(weeks=20))


def test_the_clock_asks_the_team_once_and_a_meeting_settles_it(mentor, rosa):
    assert [supervisions.raise_due(by=None, at=NOW) for _ in range(3)] == [1, 1, 1]
    task = Task.objects.get()
    assert (task.kind, task.mentor, task.team) == ("supervision_due", mentor, mentor.team)

    supervisions.record(mentor=mentor, account=account(), key="h1", by=rosa, at=NOW)

    task.refresh_from_db()
    assert task.status == "settled"
    assert supervisions.raise_due(by=None, at=NOW) == 0


def test_weeks_are_set_for_each_mentor(mentor, rosa):
    supervisions.set_weeks(mentor=mentor, weeks=2, by=rosa, at=NOW)

    assert mentor.supervision_weeks == 2
    with pytest.raises(NotAllowed, match="1 to 12"):
        supervisions.set_weeks(mentor=mentor, weeks=13, by=rosa, at=NOW)


def test_staff_of_the_team_read_it_and_strangers_do_not(held, rosa, marion, nadia, gwen, dee, max_, alex, sam):
    for reader in (rosa, marion, nadia):
        assert list(Supervision.objects.visible_to(reader)) == [held]
    for stranger in (gwen, dee, max_, alex, sam):
        assert not Supervision.objects.visible_to(stranger).exists()


def test_a_mentor_who_also_coordinates_never_reads_the_notes_about_themselves(held, sam, yorkshire):
    from accounts.actions import users
    from tests.conftest import post_to

    users.grant_role(user=sam, role="coordinator", by=None, at=NOW)
    post_to(sam, yorkshire)
    sam = type(sam).objects.get(pk=sam.pk)

    assert not Supervision.objects.visible_to(sam).exists()
    assert list(Supervision.objects.of_user(sam)) == [held]


def test_the_same_form_sent_five_times_is_one_meeting(mentor, rosa):
    made = {supervisions.record(mentor=mentor, account=account(), key="k", by=rosa, at=NOW).pk for _ in range(5)}

    assert len(made) == 1
    assert Event.objects.filter(verb="mentoring.supervision.held").count() == 1


def test_somebody_elses_form_is_refused(mentor, held, marion):
    with pytest.raises(NotAllowed, match="belongs to somebody else"):
        supervisions.record(mentor=mentor, account=account(), key="h1", by=marion, at=NOW)


def test_holding_leaves_a_sentence_without_what_was_said(held, mentor):
    event = Event.objects.get(verb="mentoring.supervision.held")

    assert (event.actor_name, event.about_ref) == ("Rosa", mentor.person.ref)
    assert "Idwal" not in str(event.detail)


def test_the_mentor_is_told_that_there_is_something_to_read(held):
    message = Message.objects.get(template__contains="something_of_yours")

    assert message.to == "sam@example.org"
    assert "supervision" not in message.text


def test_a_mentor_in_custody_is_sent_nothing(mentor, rosa, leeds):
    locations.record(person=mentor.person, kind="custody", legal_state="remand", establishment=leeds, by=rosa, at=NOW)

    supervisions.record(mentor=mentor, account=account(), key="h1", by=rosa, at=NOW)

    assert not Message.objects.filter(template__contains="something_of_yours").exists()
