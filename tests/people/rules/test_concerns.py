"""Whom a concern goes to, and by when."""

from datetime import UTC, datetime, timedelta

import pytest

from people.rules.concerns import (
    FORWARD,
    ROUTE_WORDS,
    Route,
    State,
    acknowledge_by,
    alert_again,
    route,
    status_for_raiser,
)

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def to(setting, under_18=False, urgency="today"):
    return [str(step) for step in route(setting=setting, under_18=under_18, urgency=urgency)]


def test_in_custody_it_goes_to_safer_custody_and_never_to_the_councils_adult_team():
    assert to("custody") == ["our_lead", "safer_custody"]


def test_in_the_community_it_goes_to_the_council():
    assert to("community") == ["our_lead", "adults"]


@pytest.mark.parametrize("setting", ["custody", "community", "unknown"])
def test_under_18_it_goes_to_childrens_services_wherever_they_are(setting):
    assert "children" in to(setting, under_18=True)
    assert "adults" not in to(setting, under_18=True)


@pytest.mark.parametrize("setting", ["custody", "community", "unknown"])
def test_where_nobody_knows_the_age_childrens_services_are_told_too(setting):
    assert "children" in to(setting, under_18=None)


@pytest.mark.parametrize(
    ("setting", "first"),
    [("custody", ["control_room"]), ("community", ["emergency"]), ("unknown", ["control_room", "emergency"])],
)
def test_danger_now_goes_first_to_those_who_are_near(setting, first):
    assert to(setting, urgency="now")[: len(first)] == first
    assert not {"control_room", "emergency"} & set(to(setting, urgency="today"))


def test_where_the_setting_is_unknown_nobody_falls_between_two():
    assert {"safer_custody", "adults"} <= set(to("unknown"))


def test_every_route_has_words():
    assert set(ROUTE_WORDS) == set(Route)


@pytest.mark.parametrize(("urgency", "hours"), [("now", 1), ("today", 4)])
def test_the_clock_is_shorter_the_more_urgent_it_is(urgency, hours):
    assert acknowledge_by(raised_at=AT, urgency=urgency) == AT + timedelta(hours=hours)


@pytest.mark.parametrize(
    ("raised", "due"),
    [
        (datetime(2026, 11, 23, 9, tzinfo=UTC), datetime(2026, 11, 24, 17, tzinfo=UTC)),  # Monday to Tuesday
        (datetime(2026, 11, 20, 16, tzinfo=UTC), datetime(2026, 11, 23, 17, tzinfo=UTC)),  # Friday to Monday
        (datetime(2026, 12, 24, 16, tzinfo=UTC), datetime(2026, 12, 29, 17, tzinfo=UTC)),  # Christmas, and its Monday
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), datetime(2026, 7, 3, 16, tzinfo=UTC)),  # already Thursday in London
    ],
)
def test_what_can_wait_is_seen_by_the_end_of_the_next_working_day(raised, due):
    assert acknowledge_by(raised_at=raised, urgency="can_wait") == due


def again(after, *, last=None):
    return alert_again(acknowledge_by=AT, alerted_again_at=last, urgency="now", at=AT + after)


def test_everybody_is_told_again_once_the_clock_has_run_out():
    assert not again(timedelta(0))
    assert again(timedelta(seconds=1))


def test_they_are_not_told_every_minute():
    assert not again(timedelta(minutes=60), last=AT + timedelta(minutes=1))
    assert again(timedelta(minutes=61), last=AT + timedelta(minutes=1))


@pytest.mark.parametrize("state", State)
def test_the_raiser_is_told_no_more_than_how_far_it_has_come(state):
    told = {State.RAISED: "We have received it", State.CLOSED: "It is closed"}

    assert status_for_raiser(state) == told.get(state, "Someone is dealing with it")


def test_nothing_is_closed_unseen():
    assert State.RAISED not in FORWARD[State.CLOSED]
    assert State.ACKNOWLEDGED not in FORWARD[State.CLOSED]
