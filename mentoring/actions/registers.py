"""Keeping the register of a session with several people, and putting it right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, change
from mentoring.actions import uncleared
from mentoring.actions.sessions import Details, Worry
from mentoring.models import Attendance, Correction, Draft, Facilitator, Group, Match, Member, Mentor, Session, Setting
from mentoring.models.changes import as_it_was
from mentoring.rules import registers as rules
from mentoring.rules import sessions as session_rules
from people.actions import concerns
from people.models import Person
from people.models.concerns import ConcernSetting

NOT_THERE = Attendance.Mark.NOT_ATTENDED


@dataclass(frozen=True, kw_only=True)
class Row:
    """One person who was expected: whether they came, and why if they did not."""

    person: Person
    mark: str
    cause: str = ""


Rows = Sequence[Row]


@transaction.atomic
def take(
    *,
    mentor: Mentor,
    group: Group | None,
    details: Details,
    rows: Rows,
    key: str,
    by: Any,
    at: datetime,
    worry: Worry | None = None,
    worry_about: Person | None = None,
    guests: int = 0,
) -> Session:
    """Keep a register: of a group that the mentor held that day, or of people they are matched with (`group` None).

    `guests` came, too, and are named later. The same form sent again answers with the same session.
    """
    if earlier := Session.objects.filter(key=key, recorded_by=by).first():
        return earlier
    rows = _as_it_happened(rows, details)
    _refuse_if(_reasons(details, rows, at, guests) + _not_theirs(mentor, group, rows, local_day(details.started_at)))
    try:
        with transaction.atomic():
            session = _write(mentor, group, details, rows, key, by, at)
    except IntegrityError:
        if earlier := Session.objects.filter(key=key, recorded_by=by).first():
            return earlier
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    if worry and worry_about:
        _raise_concern(session, worry, worry_about, by, at)
    uncleared.look_at(session=session, people=[row.person for row in rows], by=by, at=at)
    Draft.objects.of(by).filter(ref=key).delete()
    _note("mentoring.register.taken", session, rows, by, at, concern=bool(worry), happened=details.happened)
    return session


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*dict.fromkeys(reasons))


def _as_it_happened(rows: Rows, details: Details) -> Rows:
    """When nothing happened nobody came, for the one reason."""
    if details.happened:
        return rows
    return [Row(person=row.person, mark=NOT_THERE, cause=details.cause) for row in rows]


def _reasons(details: Details, rows: Rows, at: datetime, guests: int = 0) -> list[str]:
    reasons = rules.why_not_take(
        started=details.started_at,
        minutes=details.minutes,
        happened=details.happened,
        cause=details.cause,
        count=len(rows),
        came=guests + sum(row.mark != NOT_THERE for row in rows),
        now=at,
    )
    if details.happened and any((row.mark == NOT_THERE) != bool(row.cause) for row in rows):
        reasons.append("Say why each person who did not come was not there.")
    return reasons


def _not_theirs(mentor: Mentor, group: Group | None, rows: Rows, day: date) -> list[str]:
    """Everyone must belong on this register on that day, and the mentor must have held it."""
    people = {row.person.pk for row in rows}
    if group is None:
        return _not_matched(mentor, people, day)
    members = set(Member.objects.on(day).filter(group=group).values_list("person", flat=True))
    reasons = [] if people <= members else ["Somebody on this register was not in the group on that day."]
    if not Facilitator.objects.on(day).filter(group=group, mentor=mentor).exists():
        reasons.append("This mentor did not hold the group on that day.")
    return reasons


def _not_matched(mentor: Mentor, people: set[int], day: date) -> list[str]:
    found = {match.person_id: match for match in Match.objects.filter(mentor=mentor, person__in=people).order_by("pk")}
    reasons = [] if people <= set(found) else ["Choose people you are matched with."]
    for match in found.values():
        reasons += session_rules.why_not_on_this_day(
            day=day, matched_since=match.walked_since, matched_until=match.ended_on
        )
    return reasons


def _write(
    mentor: Mentor, group: Group | None, details: Details, rows: Rows, key: str, by: Any, at: datetime
) -> Session:
    team = group.team if group else rows[0].person.team
    session = Session.objects.create(
        mentor=mentor, team=team, group=group, key=key, recorded_by=by, recorded_at=at, **details.columns
    )
    with_mentor = Match.objects.open().filter(mentor=mentor, person__in=[row.person for row in rows])
    matches = {match.person_id: match for match in with_mentor}
    Attendance.objects.bulk_create(
        Attendance(session=session, person=row.person, match=matches.get(row.person.pk), mark=row.mark, cause=row.cause)
        for row in rows
    )
    return session


def _raise_concern(session: Session, worry: Worry, about: Person, by: Any, at: datetime) -> None:
    in_custody = session.setting == Setting.CUSTODY
    session.concern = concerns.raise_concern(
        key=session.key,
        about=about,
        worry=worry.what,
        urgency=worry.urgency,
        setting=ConcernSetting.CUSTODY if in_custody else ConcernSetting.COMMUNITY,
        establishment=session.establishment,
        by=by,
        at=at,
    )
    Session.objects.filter(pk=session.pk).update(concern=session.concern)


def _note(verb: str, session: Session, rows: Rows, by: Any, at: datetime, **detail: Any) -> None:
    people = [row.person.ref for row in rows]
    audit.record(verb=verb, by=by, at=at, subject=session, about=rows[0].person, people=people, **detail)


@transaction.atomic
def correct(
    *, session: Session, details: Details, rows: Rows, seen: int, reason: str, by: Any, at: datetime
) -> Session:
    """Put a register right within 14 days. What it said before is kept; a later version than `seen` raises Stale."""
    rows = _as_it_happened(rows, details)
    _refuse_if(session_rules.why_not_correct(recorded=session.recorded_at, now=at))
    stored = {mark.person_id: mark for mark in session.attendance.all()}
    if {row.person.pk for row in rows} != set(stored):
        raise NotAllowed("A correction is about the same people. Add to the record to say more.")
    strangers = _strangers(session, set(stored))
    expected = [row for row in rows if row.person.pk not in strangers]
    theirs = _not_theirs(session.mentor, session.group, expected, local_day(details.started_at))
    _refuse_if(_reasons(details, rows, at) + theirs)
    fields = [name for name, value in details.columns.items() if getattr(session, name) != value]
    marks = [row for row in rows if (stored[row.person.pk].mark, stored[row.person.pk].cause) != (row.mark, row.cause)]
    fields += ["attendance"] if marks else []
    if not fields:
        return session
    was = as_it_was(session)
    change(session, seen=seen, **details.columns)
    for row in marks:
        Attendance.objects.filter(pk=stored[row.person.pk].pk).update(mark=row.mark, cause=row.cause)
    Correction.objects.create(
        session=session, version=seen, was=was, fields=fields, reason=reason, made_at=at, made_by=by
    )
    uncleared.look_at(session=session, people=[row.person for row in rows], by=by, at=at)
    _note("mentoring.register.corrected", session, rows, by, at, fields=fields)
    return session


def _strangers(session: Session, people: set[int]) -> set[int]:
    """Those on it who were never in the group: their names were written on its paper by hand."""
    if session.group is None:
        return set()
    day = local_day(session.started_at)
    return people - set(Member.objects.on(day).filter(group=session.group).values_list("person", flat=True))
