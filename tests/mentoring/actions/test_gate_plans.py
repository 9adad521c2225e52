from datetime import timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed, Stale
from mentoring.actions import gate_plans
from mentoring.models import GatePlan, Task
from mentoring.rules.gate_plans import days_to_be_in_touch
from people.actions import locations
from tests.conftest import NOW

TODAY = NOW.date()


def moves(jo, kind, **more):
    more = {"legal_state": "licence" if kind == "community" else "recalled", "started_on": TODAY} | more
    return locations.record(person=jo, kind=kind, by=None, at=NOW, **more)


def write(jo, rosa, seen=0, ready=False, **texts):
    return gate_plans.write(person=jo, seen=seen, ready=ready, release_on=TODAY, by=rosa, at=NOW, **texts)


def test_two_days_lie_in_the_first_seventy_two_hours_and_four_weeks_follow():
    days = days_to_be_in_touch(TODAY)

    assert [day for day in days if day <= TODAY + timedelta(days=3)] == days[:2]
    assert days[-1] == TODAY + timedelta(days=28)


def test_leaving_prison_makes_a_plan_and_asks_somebody_to_be_in_touch(match, jo):
    moves(jo, "community")

    plan = GatePlan.objects.get(person=jo)
    assert (plan.status, plan.released_on) == ("planning", TODAY)
    due = Task.objects.open().filter(kind="contact_after_release").order_by("due_on").values_list("due_on", flat=True)
    assert list(due) == days_to_be_in_touch(TODAY)
    assert Task.objects.open().get(kind="gate_plan_to_fill").person == jo


def test_a_plan_made_before_is_the_one_that_is_used(match, jo, rosa):
    plan = write(jo, rosa, ready=True, who_meets="Sam, at nine")
    moves(jo, "community")

    assert GatePlan.objects.get().pk == plan.pk
    assert not Task.objects.filter(kind="gate_plan_to_fill").exists()


def test_a_transfer_makes_no_plan(match, jo):
    moves(jo, "custody", place_note="a prison in the north")

    assert not GatePlan.objects.exists()


def test_somebody_without_a_match_gets_no_plan_by_itself(jo):
    moves(jo, "community")

    assert not GatePlan.objects.exists()


def test_going_back_puts_it_away_and_settles_what_was_asked(match, jo, leeds):
    moves(jo, "community")
    moves(jo, "custody", establishment=leeds)

    assert GatePlan.objects.get().status == "not_needed"
    assert not Task.objects.open().filter(kind__in=["contact_after_release", "gate_plan_to_fill"]).exists()
    match.refresh_from_db()
    assert match.status == "paused"


def test_a_plan_that_is_ready_settles_its_task(match, jo, rosa):
    moves(jo, "community")

    write(jo, rosa, seen=1, ready=True)

    assert not Task.objects.open().filter(kind="gate_plan_to_fill").exists()


def test_two_who_write_at_once_lose_nothing(jo, rosa):
    write(jo, rosa, tonight="His aunt’s")

    with pytest.raises(Stale):
        write(jo, rosa, tonight="A hostel")
    assert GatePlan.objects.get().tonight == "His aunt’s"


def test_it_is_put_away_once(jo, rosa):
    plan = write(jo, rosa)
    gate_plans.finish(plan=plan, by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="moved on"):
        gate_plans.finish(plan=plan, by=rosa, at=NOW)


def test_what_is_missing_is_said_in_words(jo, rosa):
    plan = write(
        jo, rosa, who_meets="Sam", tonight="A hostel", first_appointment="Probation", phone="None", money="£50"
    )

    assert plan.missing == ["papers that say who they are"]


def test_the_trail_holds_none_of_it(jo, rosa):
    write(jo, rosa, tonight="His aunt’s")

    assert "aunt" not in str(Event.objects.get(verb="mentoring.gate_plan.written").detail)
