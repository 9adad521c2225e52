"""What somebody answered to a reminder stands beside the meeting, on its page and in lists."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from common.dates import local_day
from mentoring.actions import meeting_answers, meetings
from tests.matrix.fixtures_sessions import occasion

pytestmark = pytest.mark.django_db


def note(meeting, person, says, now, reply="r1"):
    meeting_answers.note(meeting=meeting, person=person, says=says, reply=reply, by=None, at=now)


def pages(client, meeting):
    yield client.get(reverse("mentoring:meetings-detail", args=[meeting.ref]))
    on = {"on": f"{local_day(meeting.starts_at)}", "span": "day"}
    yield client.get(reverse("mentoring:calendar-index"), on)
    yield client.get(reverse("desk:home"))


def test_the_newest_answer_of_each_is_said(client, sam, jo, coming_meeting, now):
    note(coming_meeting, jo, "yes", now)
    note(coming_meeting, jo, "no", now, "r2")
    note(coming_meeting, coming_meeting.mentor.person, "yes", now, "r3")
    client.force_login(sam)

    for page in pages(client, coming_meeting):
        assert "Jo said no" in page.text and "Sam said yes" in page.text
        assert "Jo said yes" not in page.text


def test_nothing_is_said_where_nobody_answered(client, sam, coming_meeting):
    client.force_login(sam)
    for page in pages(client, coming_meeting):
        assert " said " not in page.text.split("<main")[1]


def test_of_a_group_it_is_said_how_many(client, sam, sams_mentor, group, jo, leeds, now):
    meeting = meetings.plan(
        mentor=sams_mentor, whom=group, starts_at=now + timedelta(days=1), occasion=occasion(leeds),
        key="g", by=sam, at=now,
    )  # fmt: skip
    note(meeting, jo, "yes", now)
    note(meeting, sams_mentor.person, "no", now, "r2")
    client.force_login(sam)
    shown = client.get(reverse("mentoring:meetings-detail", args=[meeting.ref])).text

    assert "1 said yes" in shown and "Sam said no" in shown and "1 said no" not in shown


def test_lists_ask_no_more_often_for_answers(client, sam, jo, coming_meeting, now):
    client.force_login(sam)
    on = {"on": f"{local_day(coming_meeting.starts_at)}", "span": "day"}
    counts = []
    for n in range(3):
        note(coming_meeting, jo, "yes", now, f"q{n}")
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("mentoring:calendar-index"), on)
        counts.append(len(asked))

    assert counts[1] == counts[2]
