from datetime import timedelta

import pytest

from casefiles_support.actions import checkpoints, watching
from casefiles_support.models import Duty, Journey, Supporter
from mentoring.models import MatchBlock
from people.actions import locations
from people.models import Person
from tests.conftest import NOW
from training.models import Completion

TODAY = NOW.date()


def asked(kind):
    return Duty.objects.open().filter(kind=kind)


@pytest.fixture
def waiting(journey):
    Journey.objects.filter(pk=journey.pk).update(status="waiting")
    journey.refresh_from_db()
    return journey


@pytest.mark.parametrize(("days", "count"), [(13, 0), (14, 1), (40, 1)])
def test_after_two_weeks_without_a_word_somebody_is_asked_for_one(waiting, days, count):
    for _ in range(2):
        watching.keep_in_touch(by=None, at=NOW + timedelta(days=days))

    assert asked("keep_in_touch").count() == count


def test_a_word_starts_the_two_weeks_anew(waiting, finn):
    later = NOW + timedelta(days=10)
    checkpoints.record(journey=waiting, code="C5", outcome="done", on=later.date(), key="c", by=finn, at=later)

    watching.keep_in_touch(by=None, at=NOW + timedelta(days=20))
    assert not asked("keep_in_touch").exists()

    watching.keep_in_touch(by=None, at=NOW + timedelta(days=24))
    assert asked("keep_in_touch").get().due_on == TODAY + timedelta(days=24)


@pytest.mark.parametrize("status", ["paused_by_person", "not_now", "resting", "talking"])
def test_nobody_is_sent_to_those_who_are_not_waiting(waiting, status):
    back = "waiting" if status in ("paused_by_person", "not_now") else ""
    Journey.objects.update(status=status, back_to=back)

    assert watching.keep_in_touch(by=None, at=NOW + timedelta(days=30)) == 0


def test_training_that_runs_out_is_told_a_month_ahead_and_once_it_has(journey, practitioner, back_up):
    Completion.objects.filter(learner__login=practitioner.login).update(expires_on=TODAY + timedelta(days=30))
    watching.training(by=None, at=NOW - timedelta(days=1))
    assert not asked("supporter_runs_out").exists()

    for day in (0, 1, 30, 31, 31):
        watching.training(by=None, at=NOW + timedelta(days=day))

    assert list(asked("supporter_runs_out").values_list("about_ref", flat=True)) == [practitioner.ref] * 2


def test_training_that_was_done_again_is_no_worry(journey, practitioner):
    one = Completion.objects.get(learner__login=practitioner.login)
    Completion.objects.filter(pk=one.pk).update(expires_on=TODAY + timedelta(days=3))
    Completion.objects.create(learner=one.learner, module=one.module, completed_on=TODAY, keyed_at=NOW,
                              expires_on=TODAY + timedelta(days=730))  # fmt: skip

    assert watching.training(by=None, at=NOW) == 0


def test_a_wall_ends_whoever_stands_beside_them(journey, practitioner, finn, jo, nadia, yorkshire, bea):
    other = Person.objects.create(preferred_name="Finn", team=yorkshire, login=finn, added_at=NOW)
    MatchBlock.objects.create(person=jo, other=other, kind="family", reason="Cousins", key="b", status="standing",
                              made_at=NOW, made_by=nadia, confirmed_at=NOW, confirmed_by=nadia)  # fmt: skip
    assert not Journey.objects.visible_to(finn).exists()

    assert watching.walls(by=None, at=NOW) == 1

    practitioner.refresh_from_db()
    assert practitioner.ended_at is not None
    assert Journey.objects.visible_to(bea).get() == journey
    assert asked("name_practitioner").exists()
    assert not Supporter.objects.standing().exists()


@pytest.mark.parametrize("kind", ["custody", "community"])
def test_a_transfer_or_a_release_is_handed_over_and_changes_no_stage(waiting, jo, leeds, kind, rosa):
    place = {"establishment": None} if kind == "community" else {}
    if kind == "custody":
        leeds.pk, leeds.ref, leeds.code, leeds.name = None, "newprison000", "WED", "HMP Wealstun"
        leeds._state.adding = True
        leeds.save()
        place = {"establishment": leeds, "legal_state": "sentenced"}
    locations.record(person=jo, kind=kind, started_on=TODAY, by=rosa, at=NOW, **place)

    duty = asked("hand_over").get()
    assert duty.due_on == TODAY + timedelta(days=2)  # Sunday: Monday and Tuesday
    waiting.refresh_from_db()
    assert waiting.status == "waiting"
