"""What came by the public forms, for those who answer it: taken by one, looked at by few, answered or turned away."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Entry
from common.transitions import NotAllowed
from mentoring.actions import hand_overs as programme
from mentoring.models import Task
from pages import health
from pages.actions import hand_overs
from pages.models import HandOver
from tests.conftest import NOW
from tests.pages.getting_in_touch import SAID, form
from worker.health import State

pytestmark = pytest.mark.django_db
INBOX = reverse("pages:inbox-index")
CODE = "7H2KQ9VJ"


@pytest.fixture
def wren():
    return hand_overs.send(kind="ask", said=SAID["ask"], key="wren", by=None, at=NOW)


@pytest.fixture
def as_rosa(client, rosa):
    client.force_login(rosa)
    return client


def at(verb, record):
    return reverse(f"pages:inbox-{verb}", args=[record.ref])


def test_the_list_says_of_nobody_who_wrote_and_the_longest_due_stands_first(as_rosa, wren):
    later = hand_overs.send(kind="files", said={"name": "Robin"}, key="robin", by=None, at=NOW)
    said = as_rosa.get(INBOX).text

    assert said.index(wren.code_in_fours) < said.index(later.code_in_fours)
    assert "Wren" not in said


def test_whoever_takes_it_reads_it_and_each_reading_leaves_a_look(as_rosa, rosa, wren):
    said = as_rosa.get(at("detail", wren)).text
    as_rosa.post(at("take", wren))
    wren.refresh_from_db()

    assert "HMP Leeds" in said
    assert "Nothing is ever sent to a phone" in said
    assert (wren.status, wren.taken_by) == ("taken", rosa)
    assert Entry.objects.filter(verb="pages.hand_over.opened", actor_ref=rosa.ref, subject_ref=wren.ref).exists()


def test_of_two_who_take_it_one_has_it(as_rosa, gwen, wren):
    hand_overs.take(hand_over=HandOver.objects.get(pk=wren.pk), by=gwen, at=NOW)
    answer = as_rosa.post(at("take", wren))

    assert answer.status_code == 422
    assert "already moved on" in answer.text
    with pytest.raises(NotAllowed):
        hand_overs.take(hand_over=wren, by=gwen, at=NOW)


def test_nobody_closes_what_they_have_not_taken(as_rosa, gwen, wren):
    for verb in ("answer", "turn_away"):
        assert as_rosa.post(at(verb, wren), {"note": "Rang"}).status_code == 403
    hand_overs.take(hand_over=wren, by=gwen, at=NOW)
    assert as_rosa.post(at("answer", wren), {"note": "Rang"}).status_code == 403
    assert as_rosa.post(at("put_back", wren)).status_code == 403


@pytest.mark.parametrize("who", ["sam", "max_", "dee", "nadia"])
def test_strangers_see_nothing(client, request, wren, who):
    client.force_login(request.getfixturevalue(who))

    assert client.get(at("detail", wren)).status_code in (403, 404)
    assert "Wren" not in client.get(INBOX).text


def test_what_is_done_elsewhere_is_written_down(as_rosa, wren):
    as_rosa.post(at("take", wren))
    assert as_rosa.post(at("answer", wren), {"note": ""}).status_code == 422
    as_rosa.post(at("answer", wren), {"note": "Wrote to them: it was a question."})

    wren.refresh_from_db()
    assert (wren.status, wren.note) == ("answered", "Wrote to them: it was a question.")


def test_nobody_is_turned_away_with_nothing(as_rosa, wren):
    as_rosa.post(at("take", wren))
    assert as_rosa.get(at("letter", wren)).status_code == 404
    as_rosa.post(at("turn_away", wren), {"note": "The council’s leaving care team may help."})

    letter = as_rosa.get(at("letter", wren))
    assert letter["Content-Type"] == "application/pdf"


def test_spam_is_put_aside_and_can_come_back(as_rosa, wren):
    as_rosa.post(at("set_aside", wren))
    wren.refresh_from_db()
    assert wren.status == "unwanted"
    as_rosa.post(at("bring_back", wren))
    wren.refresh_from_db()
    assert (wren.status, wren.closed_at) == ("waiting", None)


# ---------------------------------------------------------------- From paper


def typed(**said):
    return form("files", code=CODE, written_on_0="14", written_on_1="11", written_on_2="2026") | said


def test_paper_is_typed_in_with_the_same_questions_and_who_when_and_from_which_sheet(as_rosa, rosa):
    url = reverse("pages:inbox-key_in", args=["files"])
    assert as_rosa.post(url, typed(name="")).status_code == 422
    assert as_rosa.post(url, typed(code="7H2KQ9VK")).status_code == 422
    as_rosa.post(url, typed(opened=""))  # nobody counts the seconds of somebody who has signed in

    kept = HandOver.objects.get()
    assert (kept.way, kept.keyed_by, f"{kept.written_on}", kept.code) == ("paper", rosa, "2026-11-14", CODE)
    assert kept.said == SAID["files"]


def test_a_sheet_that_was_typed_in_before_makes_no_other(as_rosa):
    url = reverse("pages:inbox-key_in", args=["files"])
    first, again = (as_rosa.post(url, typed()) for _ in range(2))
    other = as_rosa.post(url, typed(key="other"))

    assert first["Location"] == again["Location"]
    assert other.status_code == 422
    assert hand_overs.KEYED_ALREADY in other.text
    assert HandOver.objects.count() == 1
    copied = as_rosa.post(url, typed(key="copy", code="", name="Somebody else"), follow=True)
    assert HandOver.objects.get(key="copy").code_in_fours in copied.text


def test_what_has_sheets_of_its_own_is_not_typed_in_here(as_rosa):
    assert as_rosa.get(reverse("pages:inbox-key_in", args=["ask"])).status_code == 404
    assert as_rosa.post(reverse("pages:inbox-find"), {"kind": "training"}).status_code == 302


# ---------------------------------------------------------------- Overdue


def test_whoever_waits_too_long_is_on_desks_in_tasks_and_in_the_report_on_health(as_rosa, wren, rosa):
    late = NOW + timedelta(days=10)
    assert health.messages(NOW).state == State.OK
    assert health.messages(late).state == State.LOOK
    for _ in range(2):
        programme.raise_overdue(by=None, at=late)
    assert [task.kind for task in Task.objects.open()] == ["hand_over_late"]
    HandOver.objects.filter(pk=wren.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    assert "whose day has passed" in as_rosa.get("/desk/").text
    assert "Overdue" in as_rosa.get(INBOX).text

    hand_overs.take(hand_over=wren, by=rosa, at=late)
    assert programme.settle_answered(by=None, at=late) == 0
    hand_overs.answer(hand_over=wren, note="Wrote", by=rosa, at=late)
    assert programme.settle_answered(by=None, at=late) == 1
    assert not Task.objects.open().exists()
