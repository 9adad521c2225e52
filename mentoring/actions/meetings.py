"""Planning a meeting; moving it, calling it off, and logging what came of it. Of several at once, one wins."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from mentoring import meeting_texts
from mentoring.actions import gates, registers, sessions
from mentoring.actions.registers import Rows
from mentoring.actions.sessions import Details, Marks, Worry
from mentoring.models import Group, Match, Meeting, Member, Mentor, Session
from mentoring.rules import meetings as rules
from people.models import Person
from places.models import Establishment

PLANNED = frozenset({Meeting.Status.PLANNED})


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """How and where people are to meet, and for how many minutes."""

    minutes: int
    setting: str
    medium: str
    establishment: Establishment | None = None
    where: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@transaction.atomic
def plan(
    *, mentor: Mentor, whom: Match | Group, starts_at: datetime, occasion: Occasion, key: str, by: Any, at: datetime
) -> Meeting:
    """A mentor is to meet a person or a group. The same form sent again answers with the same meeting."""
    if earlier := Meeting.objects.filter(key=key, made_by=by).first():
        return earlier
    reasons = rules.why_not_plan(starts=starts_at, minutes=occasion.minutes, going_on=_goes_on(whom), now=at)
    reasons += gates.why_not_let_in(mentor=mentor, there=occasion, on=local_day(starts_at))
    _refuse_if(reasons + _not_with(mentor, whom))
    try:
        with transaction.atomic():
            meeting = Meeting.objects.create(
                mentor=mentor, starts_at=starts_at, key=key, made_by=by, made_at=at, **_with(whom), **occasion.columns
            )
    except IntegrityError:
        if earlier := Meeting.objects.filter(key=key, made_by=by).first():
            return earlier
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    meeting_texts.planned(meeting, by=by, at=at)
    _note("mentoring.meeting.planned", meeting, by, at)
    return meeting


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)


def _goes_on(whom: Match | Group) -> bool:
    return whom.status in Match.OPEN if isinstance(whom, Match) else whom.closed_on is None


def _not_with(mentor: Mentor, whom: Match | Group) -> list[str]:
    if isinstance(whom, Match):
        return [] if whom.mentor_id == mentor.pk else ["Choose somebody this mentor is matched with."]
    led = whom.facilitators.filter(mentor=mentor, until=None).exists()
    return [] if led else ["This mentor does not hold that group."]


def _with(whom: Match | Group) -> dict[str, Any]:
    if isinstance(whom, Match):
        return {"match": whom, "team": whom.person.team}
    return {"group": whom, "team": whom.team}


def _note(verb: str, meeting: Meeting, by: Any, at: datetime, **detail: Any) -> None:
    about = meeting.match.person if meeting.match else None
    audit.record(verb=verb, by=by, at=at, subject=meeting, about=about, **detail)


@transaction.atomic
def reschedule(*, meeting: Meeting, starts_at: datetime, cause: str, asked_by: str, by: Any, at: datetime) -> Meeting:
    """Meet at another time. Answers with the new meeting; the old one stays, and points to it."""
    reasons = rules.why_not_move(starts=starts_at, was=meeting.starts_at, cause=cause, asked_by=asked_by, now=at)
    _refuse_if(reasons + gates.why_not_let_in(mentor=meeting.mentor, there=meeting, on=local_day(starts_at)))
    Meeting.objects.select_for_update().get(pk=meeting.pk)  # before the new row, so that only one is ever made
    again = {
        name: getattr(meeting, name)
        for name in ("mentor", "team", "match", "group", "minutes", "setting", "establishment", "where", "medium")
    }
    try:
        with transaction.atomic():
            new = Meeting.objects.create(
                **again, key=f"after-{meeting.ref}", starts_at=starts_at, made_by=by, made_at=at
            )
    except IntegrityError:
        raise NotAllowed("This has already moved on. Open it again to see where it is now.") from None
    _settle(meeting, Meeting.Status.MOVED, by, at, moved_to=new, cause=cause, asked_by=asked_by)
    meeting_texts.moved(meeting, new, by=by, at=at)
    _note("mentoring.meeting.moved", meeting, by, at, cause=cause, asked_by=asked_by)
    return new


@transaction.atomic
def call_off(*, meeting: Meeting, cause: str, asked_by: str, by: Any, at: datetime) -> Meeting:
    """They will not meet, and no other time is named. It counts as offered, and not held, for its cause."""
    _refuse_if(rules.why_not_call_off(cause=cause, asked_by=asked_by))
    on = Member.objects.on(local_day(meeting.starts_at))
    expected = on.filter(group=meeting.group).count() if meeting.group else 1
    _settle(meeting, Meeting.Status.CANCELLED, by, at, cause=cause, asked_by=asked_by, expected=expected)
    meeting_texts.off(meeting, by=by, at=at)
    _note("mentoring.meeting.called_off", meeting, by, at, cause=cause, asked_by=asked_by)
    return meeting


def _settle(meeting: Meeting, to: Meeting.Status, by: Any, at: datetime, **columns: Any) -> None:
    move(meeting, to=to, frm=PLANNED, settled_at=at, settled_by=by, **columns)


@transaction.atomic
def log(
    *, meeting: Meeting, details: Details, marks: Marks, key: str, by: Any, at: datetime, worry: Worry | None = None
) -> Session:
    """What came of a meeting with one person. Where somebody moved it or called it off first, nothing is recorded."""
    _begin_log(meeting, at)
    if {match.pk for match in marks} != {meeting.match_id}:
        raise NotAllowed("That is not who this meeting was with.")
    session = sessions.record(
        mentor=meeting.mentor, details=_as_planned(details, meeting), marks=marks, key=key, by=by, at=at, worry=worry
    )
    return _logged(meeting, session, by, at)


@transaction.atomic
def log_register(
    *,
    meeting: Meeting,
    mentor: Mentor,
    details: Details,
    rows: Rows,
    key: str,
    by: Any,
    at: datetime,
    worry: Worry | None = None,
    worry_about: Person | None = None,
) -> Session:
    """What came of a meeting with a group."""
    _begin_log(meeting, at)
    session = registers.take(
        mentor=mentor, group=meeting.group, details=_as_planned(details, meeting), rows=rows, key=key, by=by, at=at,
        worry=worry, worry_about=worry_about,
    )  # fmt: skip
    return _logged(meeting, session, by, at)


def _as_planned(details: Details, meeting: Meeting) -> Details:
    return replace(details, planned_at=meeting.starts_at)


def _begin_log(meeting: Meeting, at: datetime) -> None:
    """Hold the meeting before anything is written: who calls it off now waits, and nobody waits for the other."""
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    _refuse_if(rules.why_not_log(starts=meeting.starts_at, now=at))


def _logged(meeting: Meeting, session: Session, by: Any, at: datetime) -> Session:
    meeting.refresh_from_db()
    if meeting.session_id == session.pk:
        return session  # the same form, sent again
    _settle(meeting, Meeting.Status.LOGGED, by, at, session=session)
    _note("mentoring.meeting.logged", meeting, by, at, session=session.ref)
    return session


@transaction.atomic
def link(*, meeting: Meeting, session: Session, by: Any, at: datetime) -> Meeting:
    """The session was logged by itself: this is the meeting it was."""
    with_them = session.attendance.filter(match=meeting.match).exists() if meeting.match else None
    if with_them is False or (meeting.group and session.group_id != meeting.group_id):
        raise NotAllowed("That session was with somebody else.")
    if Meeting.objects.filter(session=session).exclude(pk=meeting.pk).exists():
        raise NotAllowed("That session belongs to another meeting already.")
    _settle(meeting, Meeting.Status.LOGGED, by, at, session=session)
    _note("mentoring.meeting.logged", meeting, by, at, session=session.ref)
    return meeting
