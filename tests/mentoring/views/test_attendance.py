import csv
from datetime import timedelta

import pytest
from django.urls import reverse

from audit.models import Event
from mentoring.actions import meetings, sessions
from mentoring.models import Cause
from tests.matrix.fixtures_sessions import register_of

pytestmark = pytest.mark.django_db
URL = "mentoring:attendance-figures"


@pytest.fixture
def figures(client, sign_in):
    return lambda user, **asked: sign_in(client, user).get(reverse(URL), asked)


@pytest.fixture
def session(sam, match, leeds, now):
    said = register_of(leeds, kind="one_to_one", started_at=now - timedelta(hours=3))
    return sessions.record(mentor=match.mentor, details=said, marks={match: "attended"}, key="s1", by=sam, at=now)


def test_the_page_counts_and_draws(figures, rosa, session, register):
    text = figures(rosa).text

    assert "Chose not to come: 0 of 2 (0%)." in text
    assert f"{session.started_at:%B %Y}" in text
    assert "Nothing to show yet." in text  # nobody was missing, so there is no cause to draw


def test_causes_are_drawn_and_said_in_a_table(figures, rosa, meeting, sam, now):
    meetings.call_off(meeting=meeting, cause="prison_security", asked_by="place", by=sam, at=now)
    text = figures(rosa).text

    assert "Why people did not come. The most: Lockdown or security, 1 offers." in text
    assert "Read as a table" in text


def test_it_counts_by_prison(figures, marion, session):
    assert "HMP Leeds" in figures(marion, by="establishment").text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"since": "2026-02-30"}, "Enter a real date"),
        ({"since": "2026-05-02", "until": "2026-05-01"}, "before the first"),
        ({"by": "person"}, "Choose one of the answers"),
    ],
)
def test_nonsense_is_said(figures, rosa, asked, sentence):
    response = figures(rosa, **asked)

    assert response.status_code == 422
    assert sentence in response.text


def test_the_file_has_every_cause_and_no_name(figures, rosa, session, now):
    response = figures(rosa, by="team", format="csv")
    rows = list(csv.reader(response.content.decode("utf-8-sig").splitlines()))

    assert rows[0][-len(Cause) :] == [str(cause.label) for cause in Cause]
    assert rows[1][:4] == ["Yorkshire", "1", "1", "1"]
    assert "Jo" not in response.content.decode()
    assert Event.objects.get(verb="mentoring.attendance.exported").actor_name == "Rosa"


def test_a_mentor_sees_their_own_and_downloads_nothing(figures, sam, session):
    text = figures(sam).text
    assert "Your own work" in text
    assert "format=csv" not in text

    assert figures(sam, format="csv").status_code == 403


def test_another_team_sees_none_of_it(figures, gwen, session, now):
    assert "Nothing was offered" in figures(gwen, since=str(now.date() - timedelta(days=30))).text
