from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from accounts.actions import users
from accounts.roles import Role
from audit.models import Event
from mentoring.actions import feeds, groups, matches, meetings
from mentoring.models import Feed, Mentor
from people.actions import locations
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


@pytest.fixture
def link(sam, match, now):
    return reverse("mentoring:feeds-fetch", args=[feeds.renew(by=sam, at=now)])


def events(response):
    assert response.status_code == 200
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_the_link_answers_with_the_times_and_nothing_else(client, link, meeting, group_meeting):
    response = client.get(link)

    first = events(response)[0]
    assert first["SUMMARY"] == "Meeting"
    assert first.decoded("DTSTART") == meeting.starts_at.replace(microsecond=0)
    assert first.decoded("DTEND") - first.decoded("DTSTART") == timedelta(minutes=60)
    assert len(events(response)) == 2
    for word in ("Jo", "Leeds", "Tuesday", "custody", "prison", "LOCATION", "DESCRIPTION"):
        assert word not in response.text
    assert response["Content-Type"].startswith("text/calendar")
    assert "no-store" in response["Cache-Control"]


def test_no_query_reads_a_name(client, link, meeting):
    with CaptureQueriesContext(connection) as asked:
        client.get(link)

    read = [query["sql"].split(" FROM ")[0] for query in asked]
    assert not [sql for sql in read if "preferred_name" in sql or "family_name" in sql or '"where"' in sql]
    assert len(asked) <= 6


def test_moved_and_called_off_meetings_are_not_in_it(client, link, meeting, sam, now):
    asked = {"cause": "mentor", "asked_by": "mentor", "by": sam, "at": now}
    new = meetings.reschedule(meeting=meeting, starts_at=now + timedelta(days=1), **asked)
    assert [event["UID"] for event in events(client.get(link))] == [f"{new.ref}@alongside"]
    meetings.call_off(meeting=new, **asked)

    assert events(client.get(link)) == []


def test_a_match_that_ended_is_not_in_it(client, link, meeting, match, now):
    matches.end(match=match, reason="", by=None, at=now)

    assert events(client.get(link)) == []


def test_a_group_that_was_taken_back_is_not_in_it(client, link, group_meeting, facilitator, rosa, now):
    assert len(events(client.get(link))) == 1
    groups.stand_down(facilitator=facilitator, by=rosa, at=now)

    assert events(client.get(link)) == []


@pytest.mark.parametrize("end", ["role", "login", "suspended", "off", "renewed"])
def test_the_link_dies(client, link, sam, now, end):
    if end == "role":
        users.end_role(user=sam, role=Role.PEER_MENTOR, by=None, at=now)
    if end == "login":
        users.close_login(user=sam, reason="left", by=None, at=now)
    if end == "suspended":
        Mentor.objects.filter(person__login=sam).update(status="suspended")
    if end == "off":
        feeds.switch_off(by=sam, at=now)
    if end == "renewed":
        feeds.renew(by=sam, at=now)

    assert client.get(link).status_code == 404


def test_nobody_in_custody_has_a_link(client, link, sam, as_sam, leeds, now):
    person = Mentor.objects.get(person__login=sam).person
    locations.record(
        person=person, kind="custody", legal_state="recalled", establishment=leeds, by=None, at=now,
        started_on=now.date(),
    )  # fmt: skip

    assert client.get(link).status_code == 404
    assert Feed.objects.count() == 1  # moving somewhere is no reason to take it away: it answers nothing meanwhile


def test_the_secret_is_not_kept(link):
    token = link.removesuffix(".ics").rsplit("/", 1)[1]
    with connection.cursor() as cursor:
        cursor.execute("SELECT token_index FROM mentoring_feed")
        kept = cursor.fetchone()[0]

    assert len(token) == 64
    assert token not in kept
    assert not Event.objects.filter(detail__icontains=token).exists()


def test_a_wrong_secret_and_no_secret_find_nothing(client, link):
    other = "1" if link[-5] == "0" else "0"
    assert client.get(f"{link[:-5]}{other}.ics").status_code == 404
    assert client.post(link).status_code == 405


def test_the_page_makes_a_link_shows_it_once_and_switches_it_off(client, as_sam, sam, match):
    page = as_sam.post(reverse("mentoring:feeds-renew")).text
    address = page.split("<code", 1)[1].split(">", 1)[1].split("<", 1)[0].strip()
    assert client.get(address).status_code == 200
    assert address not in as_sam.get(reverse("mentoring:feeds-show")).text
    as_sam.post(reverse("mentoring:feeds-switch_off"))

    assert client.get(address).status_code == 404
    verbs = Event.objects.filter(verb__startswith="mentoring.feed").values_list("verb", flat=True)
    assert sorted(verbs) == ["mentoring.feed.renewed", "mentoring.feed.switched_off"]


def test_switching_off_twice_is_once(sam, link):
    for _ in range(2):
        feeds.switch_off(by=sam, at=NOW)

    assert Event.objects.filter(verb="mentoring.feed.switched_off").count() == 1


def test_somebody_with_the_role_and_no_mentor_is_told_why(client, sign_in, alex):
    response = sign_in(client, alex).post(reverse("mentoring:feeds-renew"), {"csrfmiddlewaretoken": "x"})

    assert response.status_code == 422
    assert "for peer mentors who are working" in response.text
