"""What the programme tells messaging: which texts have lost their reason, what a text becomes that cannot go, and what
an answer means for a meeting.
"""

from collections.abc import Iterable
from datetime import datetime

from common.dates import local_day
from mentoring.actions import meeting_answers, slips, tasks
from mentoring.models import Meeting
from mentoring.occasions import MEETING_AHEAD, MEETING_MOVED, MEETING_OFF
from messaging import gates, hearing, reminders
from messaging.gates import Reason
from messaging.models import InboundText, Text
from messaging.pointers import pointer
from messaging.reminders import Occasion
from messaging.rules import times
from people.models import Person

MEETING, PERSON = "mentoring.meeting", "people.person"
WRITE_IT_DOWN = "mentoring.meeting.write_it_down"
ANSWERS = {"yes": "yes", "no": "no"}
# Somebody decides about these on a list of their own.
DECIDED_ELSEWHERE = frozenset({"cap", "number-paused"})
OVER = Reason("meeting-over", "This meeting was moved or called off, or has been written down.")
TOLD = Reason("told-already", "They were told this time when the meeting moved.")
WAITS = Reason("match-waits", "They do not meet for now: the match waits, or has ended.")


def declare() -> None:
    gates.gate("mentoring.meeting", why_not_meeting)
    hearing.instead("mentoring.by_hand", tell_by_hand)
    hearing.on_reply("mentoring.meeting", note_answer)


def why_not_meeting(text: Text, at: datetime) -> Iterable[Reason]:
    """Read and not locked: whoever changes the meeting takes its texts back in the same transaction, and waits for this
    one to be sent or refused first (meeting_texts).
    """
    if text.subject_type != MEETING or text.kind == MEETING_OFF:
        return []
    meeting = Meeting.objects.filter(ref=text.subject_ref).select_related("match", "group").first()
    if meeting is None or meeting.status != Meeting.Status.PLANNED:
        return [OVER]
    if text.kind != WRITE_IT_DOWN and meeting.starts_at <= at:
        return [OVER]
    paused = meeting.match is not None and meeting.match.status != "active"
    if text.kind == MEETING_AHEAD and _told_already(text, meeting):
        return [TOLD]
    return [WAITS] if paused or not Meeting.objects.standing().filter(pk=meeting.pk).exists() else []


def _told_already(text: Text, meeting: Meeting) -> bool:
    """They were told the new time when the reminder would have been due: that text was the reminder."""
    due = times.remind_at(starts=meeting.starts_at)
    moved = Text.objects.about(meeting).filter(kind=MEETING_MOVED, recipient_ref=text.recipient_ref)
    return moved.filter(created_at__gte=due).exists()


def tell_by_hand(text: Text, at: datetime) -> None:
    """Something that can go instead: a task for the team, once for each text."""
    known = {one.key for one in reminders.declared() if one.key.startswith("mentoring.")}  # other apps ask their own
    if text.kind not in known or text.recipient_type != PERSON or text.reason in DECIDED_ELSEWHERE:
        return
    if text.reason in {OVER.code, TOLD.code, WAITS.code}:
        return  # nobody need be told what is not so any more
    person = Person.objects.filter(ref=text.recipient_ref).select_related("team").first()
    if person is not None:
        _ask(person, key=f"text:{text.ref}", at=at)


def by_hand(occasion: Occasion, why: str, at: datetime) -> None:
    """Neither text nor email reaches them: a slip for the wing where the meeting is in a prison, else a task."""
    subject = occasion.subject
    if isinstance(subject, Meeting) and subject.establishment is not None:
        slips.ask(meeting=subject, by=None, at=at)
        return
    person = Person.objects.filter(ref=pointer(occasion.recipient).ref).select_related("team").first()
    if person is not None:
        _ask(person, key=f"by_hand:{pointer(subject).ref}:{person.ref}:{occasion.slot}", at=at)


def _ask(person: Person, *, key: str, at: datetime) -> None:
    tasks.raise_task(
        key=key, kind="remind_by_hand", team=person.team, person=person, due_on=local_day(at), by=None, at=at
    )


def note_answer(inbound: InboundText, at: datetime) -> None:
    """YES or NO to a reminder of a meeting; everything else is read by a person."""
    says = ANSWERS.get(str(inbound.meaning))
    text = Text.objects.filter(ref=inbound.text_ref, subject_type=MEETING).exclude(ref="").first()
    if says is None or text is None:
        return
    meeting = Meeting.objects.filter(ref=text.subject_ref).first()
    person = Person.objects.filter(ref=text.recipient_ref).first()
    if meeting is not None and person is not None:
        meeting_answers.note(meeting=meeting, person=person, says=says, reply=inbound.ref, by=None, at=at)
