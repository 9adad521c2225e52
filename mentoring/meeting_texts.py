"""What a change of a meeting does to its texts, in the same transaction: promised, taken back, or put right once."""

from datetime import datetime
from typing import Any

from mentoring.models import Meeting
from mentoring.occasions import MEETING_AHEAD, MEETING_MOVED, MEETING_OFF, of_meeting, when
from messaging import reminders
from messaging.actions import reminders as reminding
from messaging.actions.withdrawals import cancel, correct_if_out
from messaging.models import Text
from messaging.rules import times
from messaging.rules.spoken import spoken


def planned(meeting: Meeting, *, by: Any, at: datetime) -> None:
    """Promised at once where the meeting is near; the planner comes by for those further ahead."""
    if at < meeting.starts_at and times.remind_at(starts=meeting.starts_at) <= at + reminding.AHEAD:
        reminder = reminders.known(MEETING_AHEAD)
        reminding.remind(reminder=reminder, occasions=of_meeting(meeting, now=at), by=by, at=at)


def moved(old: Meeting, new: Meeting, *, by: Any, at: datetime) -> None:
    """Whoever was told the old time is told the new one; for them that text is the reminder, if the day is near."""
    out = cancel(subject=old, kinds=[MEETING_AHEAD, MEETING_MOVED], by=by, at=at)
    _tell(out, new, MEETING_MOVED, "mentoring.meeting_moved", by, at)
    planned(new, by=by, at=at)


def off(meeting: Meeting, *, by: Any, at: datetime) -> None:
    out = cancel(subject=meeting, kinds=[MEETING_AHEAD, MEETING_MOVED], by=by, at=at)
    if meeting.starts_at > at:
        _tell(out, meeting, MEETING_OFF, "mentoring.meeting_off", by, at)


def _tell(out: list[Text], meeting: Meeting, kind: str, template: str, by: Any, at: datetime) -> None:
    """In the language of the text that they had, one correction each."""
    for language in sorted({text.language for text in out}):
        correct_if_out(
            out=[text for text in out if text.language == language], subject=meeting, version=0, kind=kind,
            template=template, values={name: spoken(value, language) for name, value in when(meeting).items()},
            starts=meeting.starts_at, send_before=meeting.starts_at, by=by, at=at,
        )  # fmt: skip
