from datetime import timedelta

import pytest

from common.transitions import NotAllowed, Stale
from tests.conftest import NOW
from tests.training import leading
from tests.training.courses import course, module
from training.actions import events
from training.models import Completion, Event, Learner

pytestmark = pytest.mark.django_db
STARTS = NOW - timedelta(hours=3)


@pytest.fixture
def event(leeds, marion, version):
    return plan(leeds, marion, version)


def plan(leeds, by, covers, **changes):
    said = {
        "establishment": leeds, "title": "A morning together", "room": "Training room", "starts_at": STARTS,
        "minutes": 120, "covers": covers, "key": "k1",
    }  # fmt: skip
    return events.plan(**(said | changes), by=by, at=NOW)


@pytest.fixture
def three(leeds, marion, event):
    people = [leading.add(name, leeds, by=marion) for name in ("Bo Lane", "Cy Holt", "Di Moss")]
    for one in people:
        events.expect(event=event, learner=one, by=marion, at=NOW)
    return people


def keep(event, three, marion, marks=("came", "part", "not_there")):
    said = {one.pk: mark for one, mark in zip(three, marks, strict=True)}
    return events.keep_register(event=event, marks=said, by=marion, at=NOW)


def test_whoever_was_there_has_finished_the_module_and_nobody_else(event, three, marion, version):
    keep(event, three, marion)

    done = Completion.objects.get()
    assert (done.learner, done.module, done.completed_on) == (three[0], version.opens, STARTS.date())
    assert "face to face" in done.version


def test_a_module_of_no_gate_keeps_the_name_that_it_had(leeds, marion):
    free = module(course(), valid_months=None, opens="")
    held = plan(leeds, marion, free.versions.get())
    events.expect(event=held, learner=(bo := leading.add("Bo Lane", leeds, by=marion)), by=marion, at=NOW)
    events.keep_register(event=held, marks={bo.pk: "came"}, by=marion, at=NOW)

    done = Completion.objects.get()
    assert (done.title, done.expires_on) == (free.title, None)


def test_kept_twice_the_first_stands(event, three, marion):
    keep(event, three, marion)
    keep(event, three, marion, ("came", "came", "came"))

    assert Completion.objects.count() == 1


def test_whoever_held_it_is_credited_once_it_was_held(event, three, marion, sam):
    trainer = Learner.objects.create(name="Sam", login=sam, added_at=NOW)
    said = {"event": event, "learner": trainer, "part": "beside", "lived_experience": True, "by": marion, "at": NOW}
    events.deliver(**said)
    assert trainer.delivered.get().credited_minutes is None
    keep(event, three, marion)

    assert (trainer.delivered.get().credited_minutes, trainer.delivered.get().lived_experience) == (120, True)


def test_two_who_hold_it_together_are_both_credited_and_neither_says_more_than_they_want(event, three, marion):
    held = {name: Learner.objects.create(name=name, added_at=NOW) for name in ("Sam", "Dee")}
    for name, (part, lived) in {"Sam": ("beside", True), "Dee": ("lead", False)}.items():
        events.deliver(event=event, learner=held[name], part=part, lived_experience=lived, by=marion, at=NOW)

    keep(event, three, marion)

    said = {name: (one.delivered.get().credited_minutes, one.delivered.get().lived_experience)
            for name, one in held.items()}  # fmt: skip
    assert said == {"Sam": (120, True), "Dee": (120, False)}
    assert not Completion.objects.filter(learner__in=held.values()).exists()


def test_a_register_waits_for_the_end_and_leaves_nobody_out(leeds, marion, version, event, three):
    with pytest.raises(NotAllowed, match="whether they were there"):
        keep(event, three, marion, ("came", "part", "expected"))
    with pytest.raises(NotAllowed, match="Call the event off"):
        keep(event, three, marion, ("not_there",) * 3)
    ahead = plan(leeds, marion, version, starts_at=NOW + timedelta(days=1), key="k2")
    events.expect(event=ahead, learner=three[0], by=marion, at=NOW)
    with pytest.raises(NotAllowed, match="not happened yet"):
        events.keep_register(event=ahead, marks={three[0].pk: "came"}, by=marion, at=NOW)


def test_called_off_nobody_has_finished_anything(event, three, marion):
    events.call_off(event=event, because="A lockdown", by=marion, at=NOW)

    with pytest.raises(NotAllowed, match="over or called off"):
        keep(event, three, marion)
    assert not Completion.objects.exists()


def test_moved_the_time_before_is_kept_and_of_two_who_move_it_one_sees_both(event, marion):
    said = {"event": event, "room": "Chapel", "because": "No room", "by": marion, "at": NOW}
    moved = events.move_to(**said, starts_at=STARTS + timedelta(days=7), seen=1)

    assert (moved.moved_from, moved.version) == (STARTS, 2)
    with pytest.raises(Stale):
        events.move_to(**said, starts_at=STARTS + timedelta(days=8), seen=1)


def test_nobody_holds_an_event_and_is_on_its_register(event, three, marion):
    with pytest.raises(NotAllowed, match="on the register"):
        events.deliver(event=event, learner=three[0], part="lead", lived_experience=False, by=marion, at=NOW)


def test_a_form_sent_twice_plans_one_event(leeds, marion, version, event):
    assert plan(leeds, marion, version) == event
    assert Event.objects.count() == 1
