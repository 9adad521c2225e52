from datetime import UTC, datetime, timedelta

import pytest

from desk import digests
from mentoring.actions import tasks
from mentoring.models import Clearance
from messaging.models import Message

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)


@pytest.fixture
def task(yorkshire, jo):
    return tasks.raise_task(
        key="k", kind="match_after_move", team=yorkshire, person=jo, due_on=MONDAY.date(), by=None, at=MONDAY
    )


@pytest.fixture
def rosa(rosa):
    rosa.email = "rosa@example.org"
    rosa.save(update_fields=["email"])
    return rosa


def test_a_coordinators_monday_says_how_much_waits(rosa, task):
    assert digests.numbers(rosa, now=MONDAY) == [("tasks due this week", 1)]
    assert ("tasks that are late", 1) in digests.numbers(rosa, now=MONDAY + timedelta(days=1))
    assert digests.send(now=MONDAY) == 1


def test_it_names_nobody_and_says_nothing_of_where_they_are(rosa, task):
    digests.send(now=MONDAY)

    message = Message.objects.get()
    text = f"{message.subject} {message.text}"
    assert "tasks due this week: 1" in text
    assert not any(word in text for word in ("Jo", "Leeds", "prison", "care"))


def test_on_any_other_day_and_with_nothing_to_say_it_stays_quiet(rosa, gwen, task):
    gwen.email = "gwen@example.org"
    gwen.save(update_fields=["email"])

    assert digests.send(now=MONDAY + timedelta(days=1)) == 0
    assert digests.send(now=MONDAY) == 1


def test_nobody_without_an_address_or_without_the_role_is_written_to(rosa, sam, marion, task):
    assert digests.send(now=MONDAY) == 1


def test_twice_on_one_monday_is_one_message(rosa, task):
    digests.send(now=MONDAY)
    digests.send(now=MONDAY + timedelta(hours=2))

    assert Message.objects.count() == 1


def test_it_counts_what_the_desk_counts_and_for_how_many_days_is_a_setting(rosa, match, settings):
    Clearance.objects.update(valid_until=MONDAY.date() + timedelta(days=20))
    settings.NOT_SEEN_DAYS = 10

    assert digests.numbers(rosa, now=MONDAY) == [
        ("pairs who have not met for 10 days", 1),
        ("clearances that run out soon", 1),
    ]


def test_a_pair_is_not_met_from_the_day_after(rosa, match, settings):
    settings.NOT_SEEN_DAYS = 300

    assert digests.numbers(rosa, now=MONDAY) == []
