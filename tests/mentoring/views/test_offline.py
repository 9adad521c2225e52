import json
import re
from contextlib import closing
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.phones import phone_key
from accounts.roles import Role
from audit.models import Event, Look
from mentoring import loading
from mentoring.actions import matches, meetings
from mentoring.models import Correction, Session
from people.models import Concern
from tests.conftest import mentor_for
from tests.matrix.fixtures_sessions import occasion
from tests.mentoring.views.test_sessions import answers

pytestmark = pytest.mark.django_db
SEND = "/mentoring/offline/send/"


@pytest.fixture
def as_sam(client, sign_in, sam):
    return sign_in(client, sam)


@pytest.fixture
def sent(match, leeds):
    return answers(match, leeds)


def test_a_kept_form_is_recorded_and_its_key_named(as_sam, sent):
    answer = as_sam.post(SEND, sent)

    session = Session.objects.get()
    assert answer.json() == {"key": "abc123", "url": reverse("mentoring:sessions-detail", args=[session.ref])}
    assert session.what_we_did == "Wrote to his sister."


def test_a_group_is_recorded_too(as_sam, sent, match):
    answer = as_sam.post(SEND, sent | {"group": "yes"})

    assert answer.status_code == 200
    assert Session.objects.get().kind == "group"


def test_a_planned_meeting_is_logged_with_it(as_sam, sent, match, leeds, sam, now):
    meeting = meetings.plan(
        mentor=match.mentor, whom=match, starts_at=now - timedelta(days=1), occasion=occasion(leeds), key="m", by=sam,
        at=now - timedelta(days=2),
    )  # fmt: skip

    as_sam.post(SEND, sent | {"meeting": meeting.ref})
    as_sam.post(SEND, sent | {"meeting": meeting.ref})

    meeting.refresh_from_db()
    assert meeting.session == Session.objects.get()


def test_a_worry_becomes_a_concern(as_sam, sent):
    as_sam.post(SEND, sent | {"worried": "on", "worry": "He has stopped eating", "worry_urgency": "now"})

    assert Session.objects.get().concern == Concern.objects.get()


def test_what_will_not_do_is_said_in_words(as_sam, sent):
    answer = as_sam.post(SEND, sent | {"minutes": ""})

    assert answer.status_code == 422
    assert answer.json()["problems"] == [
        {
            "name": "minutes",
            "label": "How long were you together?",
            "sentence": "Enter how long you were together, in minutes",
        }
    ]
    assert not Session.objects.exists()


def test_an_ended_match_is_said_and_nothing_is_recorded(as_sam, sent, match, now):
    matches.end(match=match, reason="moved away", by=None, at=now)

    answer = as_sam.post(SEND, sent)

    assert answer.status_code == 403
    assert answer.json()["why"] == "ended"
    assert "coordinator" in answer.json()["problems"][0]["sentence"]
    assert not Session.objects.exists()


@pytest.mark.parametrize("key", ["", "UPPER", "a" * 13, "a b"])
def test_a_form_without_a_key_is_refused(as_sam, sent, key):
    assert as_sam.post(SEND, sent | {"key": key}).status_code == 422


def test_nobody_elses_match_exists(client, sign_in, sent, another_mentor_user):
    answer = sign_in(client, another_mentor_user).post(SEND, sent)

    assert answer.status_code == 404
    assert not Session.objects.exists()


@pytest.fixture
def another_mentor_user(make_user, wales):
    user = make_user("bryn", Role.PEER_MENTOR)
    mentor_for(user, wales)
    return user


def test_who_is_signed_out_is_sent_to_sign_in(client, sent):
    assert client.post(SEND, sent)["Location"].startswith(reverse("account_login"))


def test_a_form_of_another_site_is_refused(sam, sent):
    careful = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Mode": "cors"})
    careful.force_login(sam)

    assert careful.post(SEND, sent).status_code == 403
    token = careful.get(reverse("mentoring:offline-greet")).json()["token"]
    assert careful.post(SEND, sent, headers={"X-CSRFToken": token}).status_code == 200


def test_the_same_form_twice_is_recorded_once(as_sam, sent):
    first, second = as_sam.post(SEND, sent), as_sam.post(SEND, sent)

    assert first.json() == second.json()
    assert Session.objects.count() == 1
    assert Event.objects.filter(verb="mentoring.session.recorded").count() == 1


@pytest.fixture
def overtaken(monkeypatch, sign_in, sam):
    """The next form meets another one that lands while it is read: a page that was left had sent that one already."""

    def arrange(form):
        asked, other = loading.matches_to_log, sign_in(Client(), sam)

        def meanwhile(**said):
            monkeypatch.setattr(loading, "matches_to_log", asked)
            assert other.post(SEND, form).status_code == 200
            return asked(**said)

        monkeypatch.setattr(loading, "matches_to_log", meanwhile)

    return arrange


def test_the_same_form_on_its_way_twice_is_recorded_once(as_sam, sent, overtaken):
    overtaken(sent)

    answer = as_sam.post(SEND, sent)

    assert (answer.status_code, answer.json()["key"]) == (200, "abc123")
    assert Session.objects.count() == 1


def test_other_words_on_their_way_at_once_show_both(as_sam, sent, overtaken):
    overtaken(sent | {"what_we_did": "Walked."})

    answer = as_sam.post(SEND, sent)

    assert (answer.status_code, answer.json()["why"]) == (409, "differs")
    assert Session.objects.get().what_we_did == "Walked."


def test_the_key_is_named_again_even_after_the_match_has_ended(as_sam, sent, match, now):
    as_sam.post(SEND, sent)
    matches.end(match=match, reason="moved away", by=None, at=now)

    assert as_sam.post(SEND, sent).json()["key"] == "abc123"


def test_other_words_under_the_same_key_show_both(as_sam, sent):
    as_sam.post(SEND, sent)

    answer = as_sam.post(SEND, sent | {"what_we_did": "Rang his sister."})

    assert answer.status_code == 409
    assert answer.json()["rows"] == [
        {"label": "What did you do together?", "there": "Wrote to his sister.", "yours": "Rang his sister."}
    ]
    assert Session.objects.get().what_we_did == "Wrote to his sister."


def test_the_mentors_choice_is_a_correction(as_sam, sent):
    as_sam.post(SEND, sent)

    answer = as_sam.post(SEND, sent | {"what_we_did": "Rang his sister.", "replace": "1"})

    assert answer.json()["key"] == "abc123"
    assert Session.objects.get().what_we_did == "Rang his sister."
    assert Correction.objects.count() == 1


def test_a_choice_made_on_an_older_version_shows_both_again(as_sam, sent):
    as_sam.post(SEND, sent)
    as_sam.post(SEND, sent | {"what_we_did": "Rang his sister.", "replace": "1"})

    answer = as_sam.post(SEND, sent | {"what_we_did": "Saw his sister.", "replace": "1"})

    assert (answer.status_code, answer.json()["sends"]) == (409, {"replace": "2"})


@pytest.mark.parametrize("changes", [{}, {"what_we_did": "Rang his sister.", "replace": "1"}])
def test_a_worry_that_came_late_is_never_lost(as_sam, sent, changes):
    as_sam.post(SEND, sent)

    answer = as_sam.post(SEND, sent | changes | {"worried": "on", "worry": "He has stopped eating"})

    assert answer.status_code == 409
    assert "worry" in answer.json()["problems"][0]["sentence"]


def test_the_greeting_brings_the_key_and_first_names_only(as_sam, sam, match):
    said = as_sam.get(reverse("mentoring:offline-greet")).json()

    assert said["people"] == [{"ref": match.ref, "name": "Jo"}]
    assert (said["owner"], said["key"]) == (sam.ref, phone_key(sam))
    assert "Canary" not in json.dumps(said)


def test_two_people_have_two_keys(sam, rosa):
    assert phone_key(sam) != phone_key(rosa)
    assert phone_key(sam) == phone_key(sam)


def test_the_page_that_phones_keep_holds_nobody(as_sam, client, match, sam):
    page = as_sam.get(reverse("mentoring:offline-kept"))

    assert page.text == client.get(reverse("mentoring:offline-kept")).text
    assert "csrfmiddlewaretoken" not in page.text
    assert not re.search(rf"\b(Jo|Sam)\b|{sam.ref}|{match.ref}", page.text)
    assert page["Cache-Control"] == "no-store"


def test_the_worker_stands_for_the_whole_house_and_is_never_stale(client, db):
    worker = client.get(reverse("mentoring:offline-worker"))

    assert worker["Service-Worker-Allowed"] == "/"
    assert worker["Cache-Control"] == "no-store"
    assert worker["Content-Type"].startswith("text/javascript")
    assert "worker-src 'self'" in worker["Content-Security-Policy"]


def test_the_worker_changes_when_the_form_does(client, db, leeds):
    before = client.get(reverse("mentoring:offline-worker")).text

    assert client.get(reverse("mentoring:offline-worker")).text == before
    leeds.name = "HMP Elsewhere"
    leeds.save()
    assert client.get(reverse("mentoring:offline-worker")).text != before


def test_everything_the_worker_keeps_is_there(client, db):
    text = client.get(reverse("mentoring:offline-worker")).text
    files = json.loads(re.search(r"const FILES = (\[.*?\]);", text)[1])

    assert len(files) > 30
    for file in files:
        with closing(client.get(file)) as answer:
            assert answer.status_code == 200, file


def test_signing_out_clears_the_device_and_leaving_quickly_does_not(as_sam, client, sign_in, sam):
    assert as_sam.post(reverse("account_logout"))["Clear-Site-Data"] == '"storage"'
    assert "Clear-Site-Data" not in sign_in(client, sam).post(reverse("leave"))


def test_the_same_session_written_on_two_phones_is_asked_about(as_sam, sent):
    as_sam.post(SEND, sent)

    answer = as_sam.post(SEND, sent | {"key": "other1", "what_we_did": "Rang his sister."})

    assert answer.status_code == 409
    assert "very time already" in answer.json()["say"]
    assert answer.json()["rows"] == [
        {"label": "What did you do together?", "there": "Wrote to his sister.", "yours": "Rang his sister."}
    ]
    assert Session.objects.count() == 1
    assert as_sam.post(SEND, sent | {"key": "other1"} | answer.json()["sends"]).json()["key"] == "other1"
    assert Session.objects.count() == 2


def test_a_session_at_another_time_is_another_one(as_sam, sent):
    as_sam.post(SEND, sent)

    assert as_sam.post(SEND, sent | {"key": "other1", "held_at": "4.30pm"}).status_code == 200


def test_showing_both_versions_leaves_a_look(as_sam, sent, match):
    as_sam.post(SEND, sent)
    before = Look.objects.filter(about_ref=match.person.ref).count()

    as_sam.post(SEND, sent | {"what_we_did": "Rang his sister."})

    assert Look.objects.filter(about_ref=match.person.ref).count() == before + 1


@pytest.mark.parametrize(("days", "sentence"), [(-400, "not started yet"), (20_000, "more than two years ago")])
def test_a_phone_whose_clock_is_wrong_is_told_and_nothing_is_recorded(as_sam, sent, days, sentence):
    day = timezone.localdate() - timedelta(days=days)

    answer = as_sam.post(SEND, sent | {"held_on_0": day.day, "held_on_1": day.month, "held_on_2": day.year})

    assert answer.status_code == 422
    assert any(sentence in problem["sentence"] for problem in answer.json()["problems"])
    assert not Session.objects.exists()
