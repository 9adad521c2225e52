from datetime import timedelta

import pytest
from django.db import connection
from django.db.models.deletion import ProtectedError

from audit.models import Entry, Event
from common.transitions import NotAllowed, Stale
from mentoring.actions import experiences, progressions, standings
from mentoring.models import Experience, Match, Mentor, Progression, Standing, Task
from mentoring.reports.experiences import of, sections
from messaging.models import Message
from people.models import Person
from tests.conftest import NOW
from tests.matrix.conftest import talk
from training.models import Completion, Learner

CANARY = "Eirlys said he kept her letters"
TODAY = NOW.date()


@pytest.fixture
def mentor(sam) -> Mentor:
    sam.email = "sam@example.org"
    sam.save()
    return Mentor.objects.select_related("person__login").get(person__login=sam)


def suspend(mentor, by):
    return standings.suspend(
        mentor=mentor, why="boundaries", words="We are looking into something.", staff_reason=CANARY, by=by, at=NOW
    )


def test_a_mentor_rests_and_comes_back(mentor, match, sam):
    standings.rest(mentor=mentor, why="tired", until=None, words="", by=sam, at=NOW)
    assert mentor.status == "resting"
    assert Match.objects.of_mentor_user(sam).exists()
    assert Task.objects.get().kind == "mentor_resting"

    standings.come_back(mentor=mentor, words="", by=sam, at=NOW)

    assert mentor.status == "active"
    assert [one.to for one in Standing.objects.order_by("pk")] == ["resting", "active"]


def test_a_suspension_closes_everything_at_once(mentor, match, sam, jo, nadia):
    assert Person.objects.visible_to(sam).filter(pk=jo.pk).exists()

    suspend(mentor, nadia)

    assert mentor.status == "suspended"
    assert not Match.objects.visible_to(sam).exists()
    assert not Person.objects.visible_to(sam).filter(pk=jo.pk).exists()
    assert Task.objects.get().kind == "mentor_suspended"


def test_a_suspension_is_lifted_and_never_walked_out_of(mentor, sam, nadia):
    suspend(mentor, nadia)
    with pytest.raises(NotAllowed, match="Only somebody who is resting"):
        standings.come_back(mentor=mentor, words="", by=sam, at=NOW)

    standings.lift(mentor=mentor, words="All is well.", staff_reason="A mistake", by=nadia, at=NOW)

    assert mentor.status == "active"


def test_lift_refuses_somebody_who_is_not_suspended(mentor, nadia):
    with pytest.raises(NotAllowed, match="not suspended"):
        standings.lift(mentor=mentor, words="All is well.", staff_reason="x", by=nadia, at=NOW)


def test_nobody_suspends_themselves_nor_without_words(mentor, sam, nadia):
    with pytest.raises(NotAllowed, match="Nobody decides about themselves"):
        suspend(mentor, sam)
    with pytest.raises(NotAllowed, match="They read it"):
        standings.suspend(mentor=mentor, why="other", words="", staff_reason="x", by=nadia, at=NOW)
    assert not Standing.objects.exists()


def test_rest_is_refused_twice(mentor, sam):
    standings.rest(mentor=mentor, why="tired", until=None, words="", by=sam, at=NOW)

    with pytest.raises(NotAllowed, match="already moved on"):
        standings.rest(mentor=mentor, why="tired", until=None, words="", by=sam, at=NOW)
    assert Standing.objects.count() == 1


def test_the_reason_is_sealed_and_not_in_the_trail(mentor, nadia):
    suspend(mentor, nadia)

    with connection.cursor() as cursor:
        cursor.execute("SELECT staff_reason, words FROM mentoring_standing")
        assert all("looking" not in text and "Eirlys" not in text for text in cursor.fetchone())
    assert not any("Eirlys" in f"{entry.detail}{entry.reason}" for entry in Entry.objects.all())


def test_who_may_see_how_a_mentor_came_to_stand(mentor, sam, rosa, marion, nadia, gwen, max_, alex):
    made = suspend(mentor, nadia)

    for reader in (rosa, marion, nadia):
        assert list(Standing.objects.visible_to(reader)) == [made]
    for stranger in (sam, gwen, max_, alex):
        assert not Standing.objects.visible_to(stranger).exists()
    assert list(Standing.objects.of_user(sam)) == [made]


def test_the_mentor_is_told_that_there_is_something_to_read(mentor, nadia):
    suspend(mentor, nadia)

    message = Message.objects.get(template__contains="something_of_yours")
    assert "suspend" not in message.text


# ---------------------------------------------------------------- Steps


def add(mentor, by, step="mentor", on=TODAY):
    return progressions.add(mentor=mentor, step=step, on=on, words=CANARY, by=by, at=NOW)


def test_steps_are_written_one_after_the_other_each_once(mentor, rosa):
    add(mentor, rosa)
    add(mentor, rosa, "lead")

    with pytest.raises(NotAllowed, match="written down already"):
        add(mentor, rosa, "lead")
    assert [step.step for step in Progression.objects.order_by("pk")] == ["mentor", "lead"]


def test_steps_are_never_changed_nor_deleted(mentor, rosa):
    add(mentor, rosa)

    with pytest.raises(ProtectedError):
        Progression.objects.all().delete()
    with pytest.raises(ProtectedError):
        Progression.objects.update(step="paid")


def test_that_somebody_had_a_mentor_is_theirs_to_tell_and_nobody_elses_to_see(mentor, sam, rosa, marion, nadia, gwen):
    with pytest.raises(NotAllowed, match="Only the mentor"):
        add(mentor, rosa, "had_a_mentor")

    mine = add(mentor, sam, "had_a_mentor")

    assert list(Progression.objects.visible_to(sam)) == [mine]
    for staff in (rosa, marion, nadia, gwen):
        assert not Progression.objects.visible_to(staff).exists()
    assert "had_a_mentor" not in str(Event.objects.get(verb="mentoring.progression.added").detail)


def test_a_mentor_does_not_write_their_own_rise(mentor, sam):
    with pytest.raises(NotAllowed, match="Your coordinator"):
        add(mentor, sam, "lead")


# ---------------------------------------------------------------- The record of experience


def test_the_record_counts_hours_by_kind_and_setting_and_names_nobody(mentor, match, sam, rosa, leeds, now, jo):
    talk(match, sam, leeds, now, "k1")
    talk(match, sam, leeds, now, "k2")
    add(mentor, rosa)
    add(mentor, sam, "had_a_mentor")
    experiences.say(mentor=mentor, skills=["listening"], own_words="I listen.", seen=0, by=sam, at=NOW)

    record = of(mentor)

    assert (record.total, record.sessions) == ("1.5 hours", 2)
    assert record.by_kind == [("One to one", "1.5 hours")]
    assert record.by_setting == [("In prison", "1.5 hours")]
    assert record.skills == ["Listening without judging"]
    assert record.steps == [("Became a mentor", TODAY)]
    printed = str(sections(record))
    assert "I listen." in printed
    assert not any(secret in printed for secret in ("Jo", "Leeds", "sister", "Had a mentor"))


def test_the_record_holds_each_module_they_finished_once_with_the_last_day(mentor, rosa):
    learner = Learner.objects.create(name="Sam", added_at=NOW)
    Mentor.objects.filter(pk=mentor.pk).update(learner=learner)
    mentor.refresh_from_db()
    for module, days in (("listening", 900), ("safeguarding", 30), ("listening", 10)):
        Completion.objects.create(
            learner=learner, module=module, completed_on=TODAY - timedelta(days=days), keyed_at=NOW, keyed_by=rosa
        )

    assert of(mentor).training == [
        ("Keeping people safe", TODAY - timedelta(days=30)),
        ("Listening, and what trauma does", TODAY - timedelta(days=10)),
    ]
    assert "Listening, and what trauma does" in str(sections(of(mentor)))


def test_the_record_of_somebody_who_has_learned_nothing_here_says_nothing_of_it(mentor):
    Mentor.objects.filter(pk=mentor.pk).update(learner=None)
    mentor.refresh_from_db()

    assert of(mentor).training == []
    assert "Training" not in str(sections(of(mentor)))


def test_two_pages_open_at_once_do_not_overwrite_each_other(mentor, sam):
    said = {"mentor": mentor, "skills": [], "by": sam, "at": NOW}
    experiences.say(own_words="One", seen=0, **said)
    experiences.say(own_words="Two", seen=1, **said)

    with pytest.raises(Stale):
        experiences.say(own_words="Three", seen=1, **said)
    assert Experience.objects.get().own_words == "Two"


def test_a_rest_that_ends_before_it_begins_is_refused(mentor, sam):
    with pytest.raises(NotAllowed, match="must be after today"):
        standings.rest(mentor=mentor, why="tired", until=TODAY - timedelta(days=1), words="", by=sam, at=NOW)
    assert mentor.status == "active"
