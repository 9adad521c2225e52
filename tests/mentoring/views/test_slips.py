"""Slips for a wing: whom to fetch, when and where, and nothing about why."""

import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from audit.models import Entry
from mentoring.actions import meetings, slips
from mentoring.models import Task
from people.actions import locations, persons
from places.models import Establishment
from tests.matrix.fixtures_sessions import occasion

pytestmark = pytest.mark.django_db
INDEX = "mentoring:slips-index"


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


@pytest.fixture
def url(leeds):
    return reverse("mentoring:slips-print", args=[leeds.ref])


def another(match, leeds, sam, at, key="c2", hours=30):
    return meetings.plan(
        mentor=match.mentor, whom=match, starts_at=at + timedelta(hours=hours), occasion=occasion(leeds), key=key,
        by=sam, at=at,
    )  # fmt: skip


def words_on(answer):
    pages = PdfReader(io.BytesIO(b"".join(answer.streaming_content))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def main(answer):
    return answer.text.split("<main")[1]


def test_a_slip_says_whom_to_fetch_when_and_where_and_nothing_else(as_rosa, url, jo, coming_meeting, rosa, now):
    persons.edit(
        person=jo, seen=jo.version, preferred_name="Jo", family_name="Canary", prison_number="A1234BC", by=rosa, at=now
    )
    assert "HMP Leeds" in main(as_rosa.get(reverse(INDEX)))
    said = words_on(as_rosa.post(url, {"ring": "Rosa, 0113 496 0000"}))

    for word in ("Jo", "A1234BC", "A visit that was arranged", "Rosa, 0113 496 0000", "As the prison arranges it"):
        assert word in said
    for word in ("Canary", "mentor", "care", "Sam", "Alongside"):
        assert word not in said


def test_printing_is_written_down_and_nobody_is_asked_any_more(as_rosa, url, jo, coming_meeting, now):
    slips.ask(meeting=coming_meeting, by=None, at=now)
    slips.ask(meeting=coming_meeting, by=None, at=now)
    task = Task.objects.get(kind="slips_to_print")
    as_rosa.post(url, {"ring": "Rosa"})
    task.refresh_from_db()

    assert task.status == "settled"
    entry = Entry.objects.get(verb="mentoring.slip.printed")
    assert (entry.subject_ref, entry.about_ref) == (coming_meeting.ref, jo.ref)


def test_a_meeting_planned_after_they_were_printed_asks_again_once(
    as_rosa, url, match, leeds, sam, coming_meeting, now
):
    slips.ask(meeting=coming_meeting, by=None, at=now)
    as_rosa.post(url, {"ring": "Rosa"})
    later = another(match, leeds, sam, now + timedelta(minutes=5), hours=25)
    for _ in range(2):
        slips.ask(meeting=later, by=None, at=now + timedelta(minutes=6))
        slips.ask(meeting=coming_meeting, by=None, at=now + timedelta(minutes=6))

    assert Task.objects.filter(kind="slips_to_print").open().count() == 1
    as_rosa.post(url, {"ring": "Rosa"})
    assert not Task.objects.filter(kind="slips_to_print").open().exists()


def test_without_somebody_to_ring_nothing_is_printed(as_rosa, url, coming_meeting):
    answer = as_rosa.post(url, {"ring": " "})

    assert answer.status_code == 422
    assert "Say whom the wing may ring" in answer.text
    assert not Entry.objects.filter(verb="mentoring.slip.printed").exists()


def test_who_is_not_in_that_prison_gets_no_slip_there(as_rosa, leeds, coming_meeting):
    other = Establishment.objects.create(
        code="HLI", name="HMP Hull", kind="prison", gender="men", category="reception", region="Humber",
        authority=leeds.authority,
    )  # fmt: skip
    type(coming_meeting).objects.update(establishment=other)

    assert "Nobody has a meeting" in main(as_rosa.get(reverse(INDEX)))
    assert as_rosa.post(reverse("mentoring:slips-print", args=[other.ref]), {"ring": "Rosa"}).status_code == 404


def test_who_has_moved_away_gets_none(as_rosa, url, jo, rosa, coming_meeting, now):
    locations.record(person=jo, kind="community", by=rosa, at=now)
    assert as_rosa.post(url, {"ring": "Rosa"}).status_code == 404


def test_a_letter_fetches_nobody(as_rosa, match, leeds, sam, coming_meeting):
    type(coming_meeting).objects.update(medium="letter")
    assert "Nobody has a meeting" in main(as_rosa.get(reverse(INDEX)))


def test_members_of_a_group_get_one_each(as_rosa, url, group, sams_mentor, leeds, sam, now):
    meetings.plan(
        mentor=sams_mentor, whom=group, starts_at=now + timedelta(days=2), occasion=occasion(leeds), key="g", by=sam,
        at=now,
    )  # fmt: skip
    assert "Print 1 slip" in main(as_rosa.get(reverse(INDEX)))


def test_another_team_prints_nothing_of_it(client, sign_in, gwen, url, coming_meeting):
    as_gwen = sign_in(client, gwen)

    assert as_gwen.get(url).status_code == 404
    assert "Nobody has a meeting" in main(as_gwen.get(reverse(INDEX)))


def test_the_list_asks_as_often_for_many_as_for_one(as_rosa, match, leeds, sam, coming_meeting, now):
    def count():
        with CaptureQueriesContext(connection) as asked:
            assert "HMP Leeds" in main(as_rosa.get(reverse(INDEX)))
        return len(asked)

    count()
    one = count()
    for n in range(3):
        another(match, leeds, sam, now, key=f"n{n}", hours=30 + n)
    assert count() == one
