"""Bringing in what happened elsewhere: a match and a session of another system, as history that opens no gate.

What ended comes in as ended. What still goes on comes in as a suggestion: nobody here said yes, and nothing is checked,
until both are asked and every gate has opened.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed
from mentoring import known
from mentoring.actions import match_steps
from mentoring.known import Cells, Known
from mentoring.models import Attendance, Import, Match, Mentor, Session
from mentoring.models.match_steps import What
from mentoring.rules import histories as rules
from mentoring.rules import matches as match_rules
from mentoring.rules.histories import GOING, Span
from people.models import Person

Mark = Attendance.Mark
CAME_FROM_ELSEWHERE = "From another system"


def why_not_match(*, cells: Cells, facts: Known, on: date) -> list[str]:
    """Reasons against one row of matches. A question: it changes nothing."""
    going, span = cells["status"] == GOING, known.span_of(cells)
    reasons = rules.why_not_these_days(going=going, span=span, today=on)
    mentor, person = facts.two(cells)
    if mentor is None or person is None:
        return reasons + [rules.NO_PERSON] * (person is None) + [rules.NO_MENTOR] * (mentor is None)
    if frozenset((mentor.person_id, person.pk)) in facts.blocked:
        reasons.append(match_rules.BLOCKED)
    # Whether the mentor is active is asked when the match is to begin here.
    reasons += match_rules.why_not_match(
        mentor_person=mentor.person_id, mentee_person=person.pk, mentor_active=True
    )  # fmt: skip
    return reasons + rules.why_not_beside(
        going=going, span=span, others=facts.spans.get((mentor.pk, person.pk), [])
    )  # fmt: skip


def why_not_session(*, cells: Cells, facts: Known, at: datetime) -> list[str]:
    """Reasons against one row of sessions. A question: it changes nothing."""
    match = facts.match(cells)
    if match is None:
        return [rules.NO_MATCH]
    return rules.why_not_session(
        started=datetime.fromisoformat(cells["started_at"]), minutes=_minutes(cells), cause=cells["cause"],
        happened=cells["happened"] == "yes", span=Span(match.started_on, match.ended_on), now=at,
    )  # fmt: skip


@transaction.atomic
def bring_match(*, brought: Import, cells: Cells, by: Any, at: datetime) -> Match:
    """A match as it stood in the other system. Raises NotAllowed with the reasons against."""
    _hold_both(*_read(brought, cells).two(cells))
    facts = _read(brought, cells)
    _refuse_if(why_not_match(cells=cells, facts=facts, on=local_day(at)))
    mentor, person = facts.two(cells)
    assert mentor is not None
    assert person is not None
    span, going = known.span_of(cells), cells["status"] == GOING
    match = Match.objects.create(
        mentor=mentor, person=person, made_at=at, started_on=span.first, ended_on=span.last,
        status=Match.Status.SUGGESTED if going else Match.Status.ENDED, status_reason=CAME_FROM_ELSEWHERE,
    )  # fmt: skip
    note = "\n".join(filter(None, [cells["reason"], f"{brought.source}: {brought.reason}"]))
    match_steps.write(match=match, what=What.BROUGHT_IN, reason=CAME_FROM_ELSEWHERE, note=note, by=by, at=at)
    audit.record(verb="mentoring.match.brought_in", by=by, at=at, subject=match, about=person, file=brought.ref)
    return match


@transaction.atomic
def bring_session(*, brought: Import, cells: Cells, key: str, by: Any, at: datetime) -> Session:
    """A session as the other system wrote it down. It asks nobody to do anything. Raises NotAllowed."""
    match = _read(brought, cells).match(cells)
    if match:  # an import that is being taken back comes before or after, never between
        Match.objects.select_for_update(no_key=True).filter(pk=match.pk).first()
    facts = _read(brought, cells)
    _refuse_if(why_not_session(cells=cells, facts=facts, at=at))
    match = facts.match(cells)
    assert match is not None
    happened = cells["happened"] == "yes"
    session = Session.objects.create(
        key=key, mentor=match.mentor, team=known.team_of(cells) or match.person.team, brought_in=True,
        kind=cells["kind"], setting=cells["setting"],
        medium=cells["medium"], started_at=datetime.fromisoformat(cells["started_at"]),
        minutes=_minutes(cells), happened=happened, cause=cells["cause"], recorded_by=by, recorded_at=at,
        topics=cells["topics"].split("|") if cells["topics"] else [],
        what_we_did=cells["notes"] if happened else "", cause_note="" if happened else cells["notes"],
    )  # fmt: skip
    mark = Mark.ATTENDED if happened else Mark.NOT_ATTENDED
    Attendance.objects.create(session=session, person=match.person, match=match, mark=mark, cause=cells["cause"])
    audit.record(
        verb="mentoring.session.brought_in", by=by, at=at, subject=session, about=match.person, file=brought.ref
    )
    return session


def _read(brought: Import, cells: Cells) -> Known:
    return known.read(source=brought.source, kind=brought.kind, rows=[cells])


def _hold_both(mentor: Mentor | None, person: Person | None) -> None:
    """Their rows, locked: a block, another match or an import that is being taken back comes before or after."""
    if mentor and person:
        Mentor.objects.select_for_update().filter(pk=mentor.pk).first()
        people = Person.objects.filter(pk__in=[mentor.person_id, person.pk]).order_by("pk")
        list(people.select_for_update(no_key=True).values_list("pk"))


def _minutes(cells: Cells) -> int | None:
    return int(cells["minutes"]) if cells["minutes"] else None


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
