"""A correction or an addition that was written without signal, handed in later by the phone."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.roles import Role
from audit.models import Event, Look
from mentoring.actions import matches, sessions
from mentoring.models import Addendum, Correction, Session
from tests.conftest import mentor_for
from tests.mentoring.views.test_sessions import answers

pytestmark = pytest.mark.django_db
CORRECT = "/mentoring/offline/changes/correct/"
ADD = "/mentoring/offline/changes/add/"


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


@pytest.fixture
def session(as_sam, match, leeds) -> Session:
    as_sam.post(reverse("mentoring:sessions-log_with", args=[match.ref]), answers(match, leeds))
    return Session.objects.get()


@pytest.fixture
def correction(session, match, leeds):
    """As it was typed on the page of version 1."""
    return answers(match, leeds, key="c1", session=session.ref, version="1", reason="Wrong length", minutes="50")


@pytest.fixture
def addition(session):
    return {"key": "a1", "session": session.ref, "version": "1", "text": "He got the flat."}


def put_right(session, sam, now, **said):
    """Somebody changes the record meanwhile."""
    details = sessions.Details(
        kind=session.kind, setting=session.setting, medium=session.medium, started_at=session.started_at, happened=True,
        minutes=session.minutes, planned_at=session.planned_at, establishment=session.establishment,
        topics=session.topics, **{"what_we_did": session.what_we_did, "next_step": session.next_step} | said,
    )  # fmt: skip
    marks = {mark.match: mark.mark for mark in session.attendance.all()}
    sessions.correct(session=session, details=details, marks=marks, seen=1, reason="x", by=sam, at=now)


def test_a_correction_is_made_and_its_key_named(as_sam, session, correction):
    answer = as_sam.post(CORRECT, correction)

    session.refresh_from_db()
    assert answer.json() == {"key": "c1", "url": reverse("mentoring:sessions-detail", args=[session.ref])}
    assert (session.minutes, session.version) == (50, 2)
    assert Correction.objects.get().reason == "Wrong length"


def test_sent_twice_it_is_made_once(as_sam, correction):
    first, second = as_sam.post(CORRECT, correction), as_sam.post(CORRECT, correction)

    assert first.json() == second.json()
    assert Correction.objects.count() == 1
    assert Event.objects.filter(verb="mentoring.session.corrected").count() == 1


def test_a_record_that_changed_meanwhile_shows_both(as_sam, session, correction, sam, now):
    put_right(session, sam, now, what_we_did="Rang his sister.")

    answer = as_sam.post(CORRECT, correction)

    session.refresh_from_db()
    assert answer.status_code == 409
    assert answer.json()["rows"] == [
        {"label": "How long were you together?", "there": "45", "yours": "50"},
        {"label": "What did you do together?", "there": "Rang his sister.", "yours": "Wrote to his sister."},
    ]
    assert (answer.json()["press"], answer.json()["sends"]) == ("Put mine in its place", {"replace": "2"})
    assert (session.minutes, session.what_we_did) == (45, "Rang his sister.")


def test_what_was_planned_is_compared_too(as_sam, session, correction, sam, now):
    put_right(session, sam, now, what_we_did="Rang his sister.")

    rows = as_sam.post(CORRECT, correction | {"planned": "no"}).json()["rows"]

    assert "Was that when you planned to meet?" in [row["label"] for row in rows]


def test_the_choice_replaces_the_version_that_was_shown_and_no_other(as_sam, session, correction, sam, now):
    put_right(session, sam, now, what_we_did="Rang his sister.")
    chosen = correction | as_sam.post(CORRECT, correction).json()["sends"]

    assert as_sam.post(CORRECT, chosen).json()["key"] == "c1"
    assert as_sam.post(CORRECT, chosen | {"minutes": "55"}).status_code == 409

    session.refresh_from_db()
    assert (session.minutes, session.version) == (50, 3)


def test_what_will_not_do_is_said_in_words(as_sam, correction):
    answer = as_sam.post(CORRECT, correction | {"reason": ""})

    assert answer.status_code == 422
    assert answer.json()["problems"][0]["label"] == "What are you putting right?"


def test_after_fourteen_days_it_is_refused_with_the_way_that_is_left(as_sam, session, correction):
    Session.objects.update(recorded_at=session.recorded_at - timedelta(days=15))

    answer = as_sam.post(CORRECT, correction)

    assert answer.status_code == 422
    assert "You can add to it instead" in answer.json()["problems"][0]["sentence"]
    assert not Correction.objects.exists()


@pytest.fixture
def bryn(make_user, wales):
    user = make_user("bryn", Role.PEER_MENTOR)
    mentor_for(user, wales)
    return user


@pytest.mark.parametrize("door", [CORRECT, ADD])
class TestBothDoors:
    def send(self, client, door, correction, addition, **changes):
        return client.post(door, (correction if door == CORRECT else addition) | changes)

    def test_a_look_is_left(self, as_sam, door, correction, addition, match):
        before = Look.objects.filter(about_ref=match.person.ref).count()

        self.send(as_sam, door, correction, addition)

        assert Look.objects.filter(about_ref=match.person.ref).count() > before

    @pytest.mark.parametrize("key", ["", "UPPER", "a" * 13])
    def test_without_a_key_it_is_refused(self, as_sam, door, correction, addition, key):
        assert self.send(as_sam, door, correction, addition, key=key).status_code == 422

    def test_when_the_match_has_ended_nothing_is_recorded(self, as_sam, door, correction, addition, match, now):
        matches.end(match=match, reason="moved away", by=None, at=now)

        answer = self.send(as_sam, door, correction, addition)

        assert (answer.status_code, answer.json()["why"]) == (403, "ended")
        assert "coordinator" in answer.json()["problems"][0]["sentence"]
        assert not Addendum.objects.exists()
        assert not Correction.objects.exists()

    @pytest.mark.parametrize("ref", ["", "nosuchref", "NOT A REF"])
    def test_a_session_that_is_not_there(self, as_sam, door, correction, addition, ref):
        assert self.send(as_sam, door, correction, addition, session=ref).status_code == 404

    def test_to_a_stranger_it_does_not_exist(self, client, sign_in, door, correction, addition, bryn):
        answer = self.send(sign_in(client, bryn), door, correction, addition)

        assert answer.status_code == 404
        assert "Jo" not in answer.text

    def test_who_is_signed_out_is_sent_to_sign_in(self, client, door, correction, addition):
        client.logout()

        assert self.send(client, door, correction, addition)["Location"].startswith(reverse("account_login"))


def test_an_addition_is_made_once_and_its_key_named(as_sam, session, addition):
    first, second = as_sam.post(ADD, addition), as_sam.post(ADD, addition)

    assert (
        first.json() == second.json() == {"key": "a1", "url": reverse("mentoring:sessions-detail", args=[session.ref])}
    )
    assert [one.text for one in Addendum.objects.all()] == ["He got the flat."]


def test_an_addition_to_a_record_that_changed_meanwhile_shows_what_changed(as_sam, session, addition, sam, now):
    put_right(session, sam, now, what_we_did="Rang his sister.")

    answer = as_sam.post(ADD, addition)

    assert answer.status_code == 409
    assert answer.json()["rows"] == [
        {"label": "What we did", "there": "Rang his sister.", "yours": "Wrote to his sister."}
    ]
    assert not Addendum.objects.exists()
    assert as_sam.post(ADD, addition | answer.json()["sends"]).json()["key"] == "a1"
    assert Addendum.objects.get().text == "He got the flat."


def test_other_words_under_the_same_key_are_never_lost(as_sam, addition):
    as_sam.post(ADD, addition)

    answer = as_sam.post(ADD, addition | {"text": "He got the flat on Friday."})

    assert answer.status_code == 409
    assert answer.json()["rows"][0]["there"] == "He got the flat."
    assert Addendum.objects.count() == 1
    for _ in range(2):  # the answer may be lost again
        sent = as_sam.post(ADD, addition | {"text": "He got the flat on Friday."} | answer.json()["sends"])
        assert sent.json()["key"] == "a1"
    assert [one.text for one in Addendum.objects.order_by("pk")] == ["He got the flat.", "He got the flat on Friday."]


def test_an_addition_under_somebody_elses_key_is_refused(as_sam, session, addition, rosa, now):
    sessions.add_to(session=session, text="Mine", key="a1", by=rosa, at=now)

    answer = as_sam.post(ADD, addition)

    assert answer.status_code == 409
    assert "somebody else" in answer.json()["problems"][0]["sentence"]
    assert "Mine" not in answer.text


def test_the_page_itself_shows_what_changed_while_somebody_wrote(as_sam, session, sam, now):
    url = reverse("mentoring:sessions-add", args=[session.ref])
    put_right(session, sam, now, what_we_did="Rang his sister.")

    page = as_sam.post(url, {"key": "a1", "version": "1", "text": "He got the flat."})

    assert page.status_code == 409
    assert "Rang his sister." in page.text
    assert "Wrote to his sister." in page.text
    assert "He got the flat." in page.text
    assert page.context["form"]["version"].value() == "2"
    assert as_sam.post(url, {"key": "a1", "version": "2", "text": "He got the flat."}).status_code == 302


def test_the_forms_say_what_a_phone_needs(as_sam, session):
    for name, door in (("correct", "correct"), ("add", "add")):
        page = as_sam.get(reverse(f"mentoring:sessions-{name}", args=[session.ref])).text
        assert f'data-to="{door}"' in page
        assert f'name="session" value="{session.ref}"' in page
        assert 'name="key"' in page
        assert 'name="version" value="1"' in page
