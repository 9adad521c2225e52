from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Look
from mentoring.actions import debriefs, sessions, supervisions
from mentoring.actions.sessions import Details
from mentoring.actions.supervisions import Account
from mentoring.models import Debrief, Mentor, Supervision

pytestmark = pytest.mark.django_db
CANARY = "Private: worried about Idwal"


@pytest.fixture
def mentor(sam) -> Mentor:
    return Mentor.objects.get(person__login=sam)


@pytest.fixture
def held(mentor, rosa, now) -> Supervision:
    today = timezone.localdate()
    said = Account(
        held_on=today, kind="one_to_one", agreed_summary="Fridays off.", private_notes=CANARY,
        next_due_on=today + timedelta(weeks=4),
    )  # fmt: skip
    return supervisions.record(mentor=mentor, account=said, key="h1", by=rosa, at=now)


@pytest.fixture
def session(match, sam, leeds, now):
    said = Details(
        kind="one_to_one", setting="custody", medium="in_person", started_at=now - timedelta(days=1), happened=True,
        minutes=90, establishment=leeds,
    )  # fmt: skip
    return sessions.record(mentor=match.mentor, details=said, marks={match: "attended"}, key="k", by=sam, at=now)


def boxes(name, day):
    return {f"{name}_0": day.day, f"{name}_1": day.month, f"{name}_2": day.year}


def written(**changes):
    today = timezone.localdate()
    said = {"kind": "one_to_one", "agreed_summary": "Fridays off.", "private_notes": "Tired.", "key": "abc"}
    return said | boxes("held_on", today) | boxes("next_due_on", today + timedelta(weeks=4)) | changes


def test_index_says_who_is_due_and_what_they_carry(client, sign_in, rosa, session, sam, now):
    debriefs.ask(session=session, note="", by=sam, at=now)

    page = sign_in(client, rosa).get(reverse("mentoring:supervisions-index"))

    row = page.text[page.text.index("<tbody") :]
    assert "Sam" in row and "Late" not in page.text.split("Sam")[0]
    assert "1 of 3" in row and "1.5" in row


def test_a_coordinator_plans_and_writes_up(client, sign_in, rosa, mentor):
    as_rosa = sign_in(client, rosa)
    when = timezone.localdate() + timedelta(days=3)
    as_rosa.post(
        reverse("mentoring:supervisions-plan", args=[mentor.ref]),
        boxes("on", when) | {"at": "2.30pm", "kind": "group", "supervisor": rosa.ref, "key": "p1"},
    )
    meeting = Supervision.objects.get()
    assert (meeting.status, meeting.kind, meeting.supervisor) == ("planned", "group", rosa)

    answer = as_rosa.post(reverse("mentoring:supervisions-hold", args=[meeting.ref]), written(), follow=True)

    meeting.refresh_from_db()
    assert meeting.status == "held"
    assert "Tired." in answer.text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"agreed_summary": ""}, "Write what you both agreed"),
        ({"held_on_1": "13"}, "month"),
        ({"kind": "the moon"}, ""),
        ({"next_due_on_2": "2099"}, "at most 12 weeks"),
    ],
)
def test_record_says_what_is_wrong_and_keeps_what_was_typed(client, sign_in, rosa, mentor, changes, sentence):
    answer = sign_in(client, rosa).post(
        reverse("mentoring:supervisions-record", args=[mentor.ref]), written(private_notes="Kept!", **changes)
    )

    assert answer.status_code == 422
    assert sentence in answer.text and "Kept!" in answer.text
    assert not Supervision.objects.exists()


def test_the_mentor_reads_what_was_agreed_and_never_the_private_notes(client, sign_in, sam, held):
    as_sam = sign_in(client, sam)
    for url in (reverse("mentoring:supervisions-mine"), reverse("mentoring:supervisions-answer", args=[held.ref])):
        page = as_sam.get(url)
        assert "Fridays off." in page.text
        assert "Idwal" not in page.text


def test_the_mentor_says_that_is_right_with_one_press(client, sign_in, sam, held):
    sign_in(client, sam).post(
        reverse("mentoring:supervisions-answer", args=[held.ref]), {"right": "1", "words": "half a thou"}
    )

    held.refresh_from_db()
    assert (held.status, held.mentors_words) == ("agreed", "")


def test_the_mentors_words_reach_staff(client, sign_in, sam, rosa, held):
    sign_in(client, sam).post(reverse("mentoring:supervisions-answer", args=[held.ref]), {"words": "And Mondays."})

    page = sign_in(client, rosa).get(reverse("mentoring:supervisions-detail", args=[held.ref]))

    assert "And Mondays." in page.text and "Idwal" in page.text
    assert Look.objects.filter(actor_name="Rosa", verb="mentoring.supervision.opened").exists()


def test_a_mentor_asks_for_a_talk_from_the_session(client, sign_in, sam, session):
    as_sam = sign_in(client, sam)
    url = reverse("mentoring:debriefs-ask", args=[session.ref])
    assert url in as_sam.get(reverse("mentoring:sessions-detail", args=[session.ref])).text

    page = as_sam.post(url, {"note": "After five"}, follow=True)

    assert Debrief.objects.get().note == "After five"
    assert "A talk after a hard session" in page.text


def test_the_session_page_offers_a_talk_to_nobody_else(client, sign_in, rosa, session):
    page = sign_in(client, rosa).get(reverse("mentoring:sessions-detail", args=[session.ref]))

    assert "That was a hard one" not in page.text


def test_staff_offer_and_close_a_talk(client, sign_in, sam, rosa, session, now):
    talk = debriefs.ask(session=session, note="", by=sam, at=now)
    as_rosa = sign_in(client, rosa)

    as_rosa.post(reverse("mentoring:debriefs-offer", args=[talk.ref]))
    page = as_rosa.post(reverse("mentoring:debriefs-hold", args=[talk.ref]), follow=True)
    again = as_rosa.post(reverse("mentoring:debriefs-decline", args=[talk.ref]), follow=True)

    talk.refresh_from_db()
    assert talk.status == "held"
    assert "Kept as held" in page.text
    assert "already moved on" in again.text
