"""What apps declare as reminders, and what planning them promises."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from messaging import reminders, routes
from messaging.actions import reminders as reminding
from messaging.models import Message, Text
from messaging.pointers import Pointer
from messaging.reminders import Occasion, Reminder
from messaging.routes import Channel, Route
from tests.factories import people
from tests.messaging.texting import MORNING, NUMBER, PHRASE, STARTS

JO = "jo0000000001"


@pytest.fixture(autouse=True)
def registries(monkeypatch):
    monkeypatch.setattr(reminders, "_registry", {})
    monkeypatch.setattr(routes, "_registry", {})


def nothing(since, until):
    return []


def reminder(**changes):
    words = {"key": "tests.tomorrow", "title": "Tomorrow", "who": "Everybody", "when": "The day before"}
    return Reminder(**{**words, "phrase": PHRASE.name, "occasions": nothing, **changes})


def reached(*, ref=JO, **changes):
    """From now on `ref` is reached so."""
    route = Route(**{"channel": Channel.TEXT, "place": NUMBER, "name": "Jo", **changes})
    routes.declare("tests.person", lambda refs, kind: {ref: route})


@pytest.fixture
def occasion(db):
    subject = people.person("Subject")

    def make(**changes):
        when = {"send_after": MORNING, "starts": STARTS, "values": {"time": STARTS}}
        return Occasion(**{"subject": subject, "recipient": Pointer("tests.person", JO), **when, **changes})

    return make


def plan(*occasions, at=MORNING, **changes):
    return reminding.remind(reminder=reminder(**changes), occasions=occasions, by=None, at=at)


def test_what_is_declared_can_be_asked_for():
    declared = reminders.declare(reminder())
    assert reminders.declared() == [declared]
    assert reminders.known("tests.tomorrow") is declared


def test_the_same_declaration_again_does_no_harm():
    for _ in range(2):
        reminders.declare(reminder())
    assert len(reminders.declared()) == 1


def test_two_reminders_cannot_share_a_name():
    reminders.declare(reminder())
    with pytest.raises(ValueError, match=r"tests\.tomorrow"):
        reminders.declare(reminder(title="Another"))


def test_planned_five_times_it_is_one_text(occasion):
    reached()
    assert [plan(occasion()) for _ in range(5)] == [1, 0, 0, 0, 0]
    assert Text.objects.get().kind == "tests.tomorrow"


def test_a_text_says_the_time_in_the_language_of_whoever_reads_it(occasion):
    reached(language="cy")
    plan(occasion())
    text = Text.objects.get()
    assert (text.language, '"time": "2pm"' in text.values, '"name": "Jo"' in text.values) == ("cy", True, True)


def test_an_email_goes_when_it_is_time_and_not_before(occasion):
    reached(channel=Channel.EMAIL, place="jo@example.org")
    later = occasion(send_after=MORNING + timedelta(hours=1))
    assert plan(later) == 0
    assert plan(later, at=MORNING + timedelta(hours=1)) == 1
    assert plan(later, at=MORNING + timedelta(hours=1)) == 0
    assert "STOP" not in Message.objects.get().text


def test_where_neither_can_go_somebody_is_asked(occasion):
    asked = []
    reached(channel=Channel.HAND, why="They are in custody.")
    plan(occasion(), by_hand=lambda one, why, at: asked.append(why))
    assert (asked, Text.objects.count()) == (["They are in custody."], 0)


@pytest.mark.parametrize("channel", [Channel.NONE, Channel.HAND])
def test_who_wants_none_and_what_nobody_can_hand_over_is_left(occasion, channel):
    reached(channel=channel)
    assert plan(occasion()) == 0
    assert Text.objects.count() == 0


def test_somebody_whom_nobody_knows_is_not_written_to(occasion):
    assert plan(occasion()) == 0


def test_what_is_too_late_to_be_of_use_is_not_promised(occasion):
    reached()
    assert plan(occasion(), at=STARTS - timedelta(hours=1)) == 0


def test_a_rollback_leaves_no_text(occasion):
    reached()
    with transaction.atomic():
        plan(occasion())
        transaction.set_rollback(True)
    assert Text.objects.count() == 0


def test_every_declared_reminder_is_planned_for_the_days_ahead(occasion):
    reached()
    seen = []

    def ahead(since, until):
        seen.append((since, until))
        return [occasion()]

    reminders.declare(reminder(occasions=ahead))
    assert reminding.plan_all(by=None, at=MORNING) == 1
    assert seen == [(MORNING, MORNING + reminding.AHEAD)]


def test_many_people_are_planned_in_few_queries(occasion, django_assert_max_num_queries):
    routes.declare("tests.person", lambda refs, kind: {ref: Route(Channel.TEXT, NUMBER, "Jo") for ref in refs})

    def crowd(count):
        return [occasion(recipient=Pointer("tests.person", f"p{n:011}"), slot=str(count)) for n in range(count)]

    with django_assert_max_num_queries(20):
        assert plan(*crowd(5)) == 5
    with django_assert_max_num_queries(20):
        assert plan(*crowd(60)) == 60


@pytest.mark.parametrize(
    ("moment", "english", "welsh", "clock"),
    [
        (datetime(2026, 12, 3, 14, 0, tzinfo=UTC), "Thursday 3 December", "dydd Iau 3 Rhagfyr", "2pm"),
        (datetime(2026, 7, 5, 9, 30, tzinfo=UTC), "Sunday 5 July", "dydd Sul 5 Gorffennaf", "10.30am"),
        (datetime(2026, 12, 3, 12, 5, tzinfo=UTC), "Thursday 3 December", "dydd Iau 3 Rhagfyr", "12.05pm"),
    ],
)
def test_days_and_times_are_said_as_people_say_them(moment, english, welsh, clock):
    assert (spoken_day(moment, "en"), spoken_day(moment, "cy")) == (english, welsh)
    assert reminding.spoken(moment, "en") == clock


def spoken_day(moment, language):
    return reminding.spoken(moment.date(), language)
