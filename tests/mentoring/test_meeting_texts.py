"""What a meeting does to its texts: promised when it is near, put right when it moves, answered, and made by hand."""

from datetime import timedelta

import pytest

from mentoring import texting
from mentoring.actions import matches, meetings
from mentoring.models import MeetingAnswer, Task
from messaging import gates
from messaging.actions import reminders
from messaging.models import InboundText, Text
from people.actions import contact_points, locations, text_choices
from tests.conftest import NOW
from tests.matrix.fixtures_sessions import occasion

pytestmark = pytest.mark.django_db
AHEAD, MOVED, OFF = (f"mentoring.meeting.{what}" for what in ("ahead", "moved", "off"))
WHY = {"cause": "prison_regime", "asked_by": "place"}


def reachable(person, number):
    locations.record(person=person, kind="community", by=None, at=NOW)
    point = contact_points.add(person=person, kind="mobile", value=number, safe_to_use=True, by=None, at=NOW)
    contact_points.verify(point=point, safe_to_use=True, by=None, at=NOW)
    text_choices.choose_all(person=person, chosen={"": "text"}, how="spoken", by=None, at=NOW)


@pytest.fixture
def both(match):
    """Mentor and person are out, and asked for texts."""
    reachable(match.mentor.person, "07700 900456")
    reachable(match.person, "07700 900123")
    matches.resume(match=match, by=None, at=NOW) if match.status == "paused" else None
    return match


def plan(match, sam, leeds, hours=24, key="m"):
    return meetings.plan(
        mentor=match.mentor, whom=match, starts_at=NOW + timedelta(hours=hours), occasion=occasion(leeds), key=key,
        by=sam, at=NOW,
    )  # fmt: skip


def raised():
    """The tasks that texts raised: leaving prison raises others."""
    asked = Task.objects.filter(kind__in=["remind_by_hand", "meeting_does_not_suit"])
    return list(asked.values_list("kind", flat=True))


def kinds(**status):
    return sorted(Text.objects.filter(**status).values_list("kind", flat=True))


def gone_out(kind=AHEAD):
    """As if a worker had sent them."""
    for n, text in enumerate(Text.objects.filter(kind=kind, status="due")):
        Text.objects.filter(pk=text.pk).update(status="delivered", sid=f"SM{n:032}{kind[-1]}"[:34], sending_at=NOW)


def test_a_meeting_that_is_near_promises_a_text_to_each_in_its_own_transaction(both, sam, leeds):
    plan(both, sam, leeds)
    assert kinds() == [AHEAD, AHEAD]
    assert {text.recipient_ref for text in Text.objects.all()} == {both.mentor.person.ref, both.person.ref}


def test_a_meeting_further_ahead_is_promised_by_the_planner_once(both, sam, leeds):
    plan(both, sam, leeds, hours=24 * 10)
    assert kinds() == []
    for _ in range(3):
        reminders.plan_all(by=None, at=NOW + timedelta(days=7))
    assert kinds() == [AHEAD, AHEAD]


def test_a_meeting_that_moves_before_anybody_was_told_only_changes_the_reminder(both, sam, leeds):
    meeting = plan(both, sam, leeds)
    meetings.reschedule(meeting=meeting, starts_at=NOW + timedelta(hours=48), **WHY, by=sam, at=NOW)
    assert (kinds(status="cancelled"), kinds(status="due")) == ([AHEAD, AHEAD], [AHEAD, AHEAD])


def test_whoever_was_told_the_old_time_is_told_the_new_one_once(both, sam, leeds):
    meeting = plan(both, sam, leeds)
    gone_out()
    new = meetings.reschedule(meeting=meeting, starts_at=NOW + timedelta(hours=22), **WHY, by=sam, at=NOW)
    assert kinds(status="due", kind=MOVED) == [MOVED, MOVED]
    assert why_not(Text.objects.filter(kind=AHEAD, subject_ref=new.ref).first()) == ["told-already"]


def test_a_meeting_that_is_called_off_takes_its_texts_back(both, sam, leeds):
    meeting = plan(both, sam, leeds)
    meetings.call_off(meeting=meeting, **WHY, by=sam, at=NOW)
    assert (kinds(status="cancelled"), kinds(status="due")) == ([AHEAD, AHEAD], [])


def test_whoever_was_told_of_it_is_told_that_it_is_off(both, sam, leeds):
    meeting = plan(both, sam, leeds)
    gone_out()
    meetings.call_off(meeting=meeting, **WHY, by=sam, at=NOW)
    assert kinds(status="due") == [OFF, OFF]


def why_not(text, at=NOW):
    return [one.code for one in gates.why_not(text, at)]


def test_a_match_that_waits_sends_nothing(both, sam, leeds):
    plan(both, sam, leeds)
    assert why_not(Text.objects.first()) == []
    matches.pause(match=both, reason="A hard time", by=None, at=NOW)
    assert why_not(Text.objects.first()) == ["match-waits"]


def test_a_meeting_that_began_is_not_reminded_of(both, sam, leeds):
    meeting = plan(both, sam, leeds)
    assert why_not(Text.objects.first(), meeting.starts_at) == ["meeting-over"]


def test_for_somebody_in_prison_slips_are_printed_once_a_week(match, sam, leeds):
    for hours in (24, 30):
        plan(match, sam, leeds, hours=hours, key=str(hours))
    assert Task.objects.filter(kind="slips_to_print").count() == 1
    assert Text.objects.count() == 0


def test_a_text_that_may_not_go_becomes_a_task_once(both, sam, leeds):
    plan(both, sam, leeds)
    text = Text.objects.get(recipient_ref=both.person.ref)
    text.status, text.reason = "refused", "left-custody"
    for _ in range(2):
        texting.tell_by_hand(text, NOW)
    task = Task.objects.get(kind="remind_by_hand")
    assert (task.person, task.team) == (both.person, both.person.team)


@pytest.mark.parametrize("reason", ["meeting-over", "match-waits", "cap", "number-paused"])
def test_what_nobody_need_be_told_raises_no_task(both, sam, leeds, reason):
    plan(both, sam, leeds)
    text = Text.objects.first()
    text.status, text.reason = "refused", reason
    texting.tell_by_hand(text, NOW)
    assert raised() == []


def reply(meaning, text, n=1):
    return InboundText.objects.create(
        sid=f"SM{n:032}", number_index="x", meaning=meaning, text_ref=text.ref, recipient_type="people.person",
        recipient_ref=text.recipient_ref, received_at=NOW,
    )  # fmt: skip


def test_yes_is_kept_and_asks_for_nothing(both, sam, leeds):
    plan(both, sam, leeds)
    text = Text.objects.get(recipient_ref=both.person.ref)
    inbound = reply("yes", text)
    for _ in range(2):
        texting.note_answer(inbound, NOW)
    answer = MeetingAnswer.objects.get()
    assert (answer.person, answer.says, raised()) == (both.person, "yes", [])


def test_no_asks_the_team_to_find_another_time(both, sam, leeds):
    plan(both, sam, leeds)
    texting.note_answer(reply("no", Text.objects.get(recipient_ref=both.person.ref)), NOW)
    assert raised() == ["meeting_does_not_suit"]


@pytest.mark.parametrize("meaning", ["other", "stop", "who"])
def test_other_words_are_for_a_person_to_read(both, sam, leeds, meaning):
    plan(both, sam, leeds)
    texting.note_answer(reply(meaning, Text.objects.first()), NOW)
    assert MeetingAnswer.objects.count() == 0
