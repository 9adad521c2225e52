from datetime import timedelta

import pytest
from django.utils import timezone

from desk import cards
from mentoring.actions import sessions
from mentoring.actions.sessions import Details
from people.actions import concerns
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
HOME = "/desk/"


def held(match, sam, leeds, *, days_ago: int) -> None:
    at = timezone.now() - timedelta(days=days_ago)
    details = Details(
        kind="one_to_one", setting="custody", medium="in_person", establishment=leeds, started_at=at, happened=True,
        minutes=90,
    )  # fmt: skip
    sessions.record(
        mentor=match.mentor, details=details, marks={match: "attended"}, key=f"d{days_ago}", by=sam,
        at=at + timedelta(hours=1),
    )  # fmt: skip


@pytest.mark.parametrize(("hour", "greeting"), [(9, "morning"), (13, "afternoon"), (19, "evening")])
def test_the_desk_greets_by_the_clock_in_london(hour, greeting):
    assert cards.greeting(NOW.replace(hour=hour)) == f"Good {greeting}"


def test_a_mentor_finds_their_people_and_what_they_have_done(client, sign_in, sam, match, leeds):
    held(match, sam, leeds, days_ago=3)

    page = sign_in(client, sam).get(HOME)

    assert "Log a session" in page.text
    assert "HMP Leeds" in page.text
    assert page.context["mentor"]["done"].delivered == 1


def test_a_coordinator_finds_who_has_not_been_met(client, sign_in, rosa, sam, match, leeds):
    held(match, sam, leeds, days_ago=40)
    assert [found.pk for found in cards.not_seen(rosa, timezone.now())] == [match.pk]

    held(match, sam, leeds, days_ago=5)
    assert list(cards.not_seen(rosa, timezone.now())) == []


def test_figures_tell_offered_from_delivered(client, sign_in, rosa, sam, match, leeds):
    held(match, sam, leeds, days_ago=2)
    at = timezone.now() - timedelta(days=1)
    lockdown = Details(
        kind="one_to_one", setting="custody", medium="in_person", establishment=leeds, started_at=at, happened=False,
        cause="prison_security",
    )  # fmt: skip
    sessions.record(mentor=match.mentor, details=lockdown, marks={match: "not_attended"}, key="l", by=sam, at=at)

    delivery = sign_in(client, rosa).get(HOME).context["programme"]["delivery"]

    assert (delivery.offered, delivery.delivered, delivery.minutes) == (2, 1, 90)
    assert delivery.causes == [("Lockdown or security", 1)]


def test_the_safeguarding_lead_finds_what_is_overdue(client, sign_in, nadia, rosa, jo):
    concerns.raise_concern(
        key="c", about=jo, worry="He was shaking.", urgency="now", setting="custody", by=rosa,
        at=timezone.now() - timedelta(hours=3),
    )  # fmt: skip

    desk = sign_in(client, nadia).get(HOME).context["concerns"]

    assert (desk["waiting"], desk["overdue"]) == (1, 1)


@pytest.mark.parametrize("who", ["max_", "dee", "priya", "gwen"])
def test_strangers_to_the_programme_find_nobody(client, sign_in, request, match, who):
    page = sign_in(client, request.getfixturevalue(who)).get(HOME)

    assert page.status_code == 200
    assert "HMP Leeds" not in page.text


def test_the_desk_asks_who_you_are(client):
    assert client.get(HOME).status_code == 302
