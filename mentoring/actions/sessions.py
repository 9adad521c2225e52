"""Recording a session, correcting it, adding to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, Stale, change
from mentoring.actions import uncleared
from mentoring.models import Addendum, Attendance, Cause, Correction, Cover, Draft, Match, Mentor, Session, Setting
from mentoring.models.changes import as_it_was
from mentoring.rules import sessions as rules
from people.actions import concerns
from people.models.concerns import ConcernSetting
from places.models import Establishment

Marks = Mapping[Match, str]


@dataclass(frozen=True, kw_only=True)
class Details:
    """What a session record says. Times are aware; `minutes` is how long they were together."""

    kind: str
    setting: str
    medium: str
    started_at: datetime
    happened: bool
    minutes: int | None = None
    planned_at: datetime | None = None
    establishment: Establishment | None = None
    where: str = ""
    cause: str = ""
    cause_note: str = ""
    topics: list[str] = field(default_factory=list)
    what_we_did: str = ""
    their_words: str = ""
    next_step: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True, kw_only=True)
class Worry:
    """What made the mentor tick “I am worried”: it becomes a concern of its own, never only a note."""

    what: str
    urgency: str


@transaction.atomic
def record(
    *, mentor: Mentor, details: Details, marks: Marks, key: str, by: Any, at: datetime, worry: Worry | None = None
) -> Session:
    """Record what happened. `key` comes with the form: the same form sent again answers with the same session."""
    if earlier := _already(key, by):
        return earlier
    _refuse_if(_reasons(details, marks, at) + _not_theirs(mentor, marks, details))
    try:
        with transaction.atomic():
            session = _write(mentor, details, marks, key, by, at)
    except IntegrityError:
        if earlier := _already(key, by):
            return earlier
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    if worry:
        _raise_concern(session, details, worry, next(iter(marks)), by, at)
    uncleared.look_at(session=session, people=[match.person for match in marks], by=by, at=at)
    Draft.objects.of(by).filter(ref=key).delete()
    audit.record(
        verb="mentoring.session.recorded", by=by, at=at, subject=session, about=next(iter(marks)).person,
        people=[match.person.ref for match in marks], happened=details.happened, concern=bool(worry),
    )  # fmt: skip
    return session


def _already(key: str, by: Any) -> Session | None:
    return Session.objects.filter(key=key, recorded_by=by).first()


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)


def _reasons(details: Details, marks: Marks, at: datetime) -> list[str]:
    return rules.why_not_record(
        started=details.started_at,
        minutes=details.minutes,
        happened=details.happened,
        cause=details.cause,
        attendance=list(marks.values()),
        group=details.kind == Session.Kind.GROUP,
        now=at,
    )


def _not_theirs(mentor: Mentor, marks: Marks, details: Details) -> list[str]:
    """Every match must be this mentor's, or covered by them, on the day of the session."""
    day = local_day(details.started_at)
    covered, reasons = Cover.objects.matches_of(mentor, day), []
    for match in marks:
        reasons += rules.why_not_with(own=match.mentor_id == mentor.pk, covers=match.pk in covered)
        reasons += rules.why_not_on_this_day(day=day, matched_since=match.walked_since, matched_until=match.ended_on)
    return list(dict.fromkeys(reasons))


def _write(mentor: Mentor, details: Details, marks: Marks, key: str, by: Any, at: datetime) -> Session:
    team = next(iter(marks)).person.team
    session = Session.objects.create(
        mentor=mentor, team=team, key=key, recorded_by=by, recorded_at=at, **details.columns
    )
    Attendance.objects.bulk_create(
        Attendance(
            session=session, match=match, person_id=match.person_id, mark=mark, cause=_why_not_there(mark, details)
        )
        for match, mark in marks.items()
    )
    return session


def _why_not_there(mark: str, details: Details) -> str:
    """Why somebody did not come: the session’s own cause; where others met, nobody said."""
    return (details.cause or Cause.NOT_KNOWN) if mark == Attendance.Mark.NOT_ATTENDED else ""


def _raise_concern(session: Session, details: Details, worry: Worry, match: Match, by: Any, at: datetime) -> None:
    in_custody = details.setting == Setting.CUSTODY
    session.concern = concerns.raise_concern(
        key=session.key,
        about=match.person,
        worry=worry.what,
        urgency=worry.urgency,
        setting=ConcernSetting.CUSTODY if in_custody else ConcernSetting.COMMUNITY,
        establishment=details.establishment,
        by=by,
        at=at,
    )
    Session.objects.filter(pk=session.pk).update(concern=session.concern)


@transaction.atomic
def correct(
    *, session: Session, details: Details, marks: Marks, seen: int, reason: str, by: Any, at: datetime
) -> Session:
    """Put a record right within 14 days. What it said before is kept; a later version than `seen` raises Stale."""
    _refuse_if(rules.why_not_correct(recorded=session.recorded_at, now=at, brought_in=session.brought_in))
    _refuse_if(_reasons(details, marks, at) + _not_theirs(session.mentor, marks, details))
    was, changed = as_it_was(session), _what_changes(session, details, marks)
    if not changed:
        return session
    change(session, seen=seen, **details.columns)
    for match, mark in marks.items():
        Attendance.objects.filter(session=session, match=match).update(mark=mark, cause=_why_not_there(mark, details))
    Correction.objects.create(
        session=session, version=seen, was=was, fields=changed, reason=reason, made_at=at, made_by=by
    )
    uncleared.look_at(session=session, people=[match.person for match in marks], by=by, at=at)
    audit.record(
        verb="mentoring.session.corrected",
        by=by,
        at=at,
        subject=session,
        about=next(iter(marks)).person,
        fields=changed,
    )
    return session


def _what_changes(session: Session, details: Details, marks: Marks) -> list[str]:
    changed = [name for name, value in details.columns.items() if getattr(session, name) != value]
    stored = {mark.match_id: mark.mark for mark in session.attendance.all()}
    differs = any(stored.get(match.pk) != mark for match, mark in marks.items())
    return [*changed, "attendance"] if differs else changed


@transaction.atomic
def add_to(*, session: Session, text: str, key: str, by: Any, at: datetime, seen: int | None = None) -> Addendum:
    """Add something to a record, at any time; sent again it is added once. A later version than `seen` raises Stale."""
    if earlier := Addendum.objects.filter(key=key, added_by=by).first():
        return earlier
    if not text.strip():
        raise NotAllowed("Write what you want to add.")
    if seen is not None and not Session.objects.filter(pk=session.pk, version=seen).exists():
        raise Stale(Session.objects.get(pk=session.pk))
    try:
        with transaction.atomic():
            addendum = Addendum.objects.create(session=session, text=text, key=key, added_at=at, added_by=by)
    except IntegrityError:
        raise NotAllowed("This form was sent already.") from None
    mark = session.attendance.select_related("person").first()
    audit.record(verb="mentoring.session.added_to", by=by, at=at, subject=session, about=mark.person if mark else None)
    return addendum
