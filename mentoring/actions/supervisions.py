"""Making time for a mentor, writing up what was agreed, and hearing whether the mentor says so too."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import tasks
from mentoring.models import Mentor, Supervision
from mentoring.models.supervisions import due_by
from mentoring.rules import supervisions as rules
from mentoring.telling import tell_mentor

Status = Supervision.Status


@dataclass(frozen=True, kw_only=True)
class Account:
    """What came of a meeting. `private_notes` are for staff alone; the mentor reads `agreed_summary`."""

    held_on: date
    kind: str
    agreed_summary: str
    private_notes: str
    next_due_on: date
    minutes: int | None = None


@transaction.atomic
def plan(
    *, mentor: Mentor, supervisor: Any, planned_for: datetime, kind: str, key: str, by: Any, at: datetime
) -> Supervision:
    """Agree a time. The same form sent again is the same meeting."""
    if earlier := _already(key, by):
        return earlier
    _refuse_if(_not_of(mentor, supervisor, by) + rules.why_not_plan(planned_for=planned_for, now=at))
    made = _make(
        key, by, mentor=mentor, supervisor=supervisor, planned_for=planned_for, kind=kind, planned_at=at, planned_by=by
    )
    audit.record(verb="mentoring.supervision.planned", by=by, at=at, subject=made, about=mentor.person)
    return made


@transaction.atomic
def hold(*, supervision: Supervision, account: Account, by: Any, at: datetime) -> Supervision:
    """Write up a meeting that was planned. The mentor is asked whether the summary is right."""
    mentor = supervision.mentor
    _refuse_if(_not_of(mentor, supervision.supervisor, by) + _not_so(account, at))
    move(supervision, to=Status.HELD, frm={Status.PLANNED}, written_at=at, written_by=by, **_columns(account))
    return _written(supervision, by, at)


@transaction.atomic
def record(*, mentor: Mentor, account: Account, key: str, by: Any, at: datetime) -> Supervision:
    """Write up a meeting that nobody had planned."""
    if earlier := _already(key, by):
        return earlier
    _refuse_if(_not_of(mentor, by, by) + _not_so(account, at))
    made = _make(
        key, by, mentor=mentor, supervisor=by, status=Status.HELD, planned_at=at, planned_by=by, written_at=at,
        written_by=by, **_columns(account),
    )  # fmt: skip
    return _written(made, by, at)


@transaction.atomic
def call_off(*, supervision: Supervision, because: str, by: Any, at: datetime) -> Supervision:
    """It did not happen. It stays on the list until another is held."""
    because = clean(because, lines=False)
    _refuse_if([] if because else ["Say why it did not happen. A few words are enough."])
    move(supervision, to=Status.CALLED_OFF, frm={Status.PLANNED}, called_off_because=because)
    audit.record(
        verb="mentoring.supervision.called_off", by=by, at=at, subject=supervision, about=supervision.mentor.person
    )
    return supervision


@transaction.atomic
def answer(*, supervision: Supervision, words: str, by: Any, at: datetime) -> Supervision:
    """The mentor says “that is right”, or what they would add. Said once; what staff wrote is never changed by it."""
    words = clean(words).strip()
    to = Status.ADDED_TO if words else Status.AGREED
    move(supervision, to=to, frm={Status.HELD}, mentors_words=words, answered_at=at)
    audit.record(
        verb="mentoring.supervision.answered", by=by, at=at, subject=supervision, about=supervision.mentor.person,
        added=bool(words),
    )  # fmt: skip
    return supervision


@transaction.atomic
def set_weeks(*, mentor: Mentor, weeks: int, by: Any, at: datetime) -> Mentor:
    """How often this mentor is supervised from now on. What is due already stays due."""
    _refuse_if(rules.why_not_weeks(weeks))
    Mentor.objects.filter(pk=mentor.pk).update(supervision_weeks=weeks)
    mentor.refresh_from_db()
    audit.record(
        verb="mentoring.supervision.rhythm_set", by=by, at=at, subject=mentor, about=mentor.person, weeks=weeks
    )
    return mentor


@transaction.atomic
def raise_due(*, by: Any, at: datetime) -> int:
    """Ask each team to make time for the mentors who are due within a week; answers for how many."""
    due = due_by(Mentor.objects.select_related("team", "person"), local_day(at) + rules.ASK_AHEAD)
    count = 0
    for mentor in due:
        day = mentor.supervision_due_on
        tasks.raise_task(
            key=_task(mentor, day), kind="supervision_due", team=mentor.team, mentor=mentor, due_on=day, by=by, at=at
        )
        count += 1
    return count


def _task(mentor: Mentor, day: date) -> str:
    return f"supervision:{mentor.ref}:{day:%Y%m%d}"


def _already(key: str, by: Any) -> Supervision | None:
    return Supervision.objects.filter(key=key, planned_by=by).first()


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*dict.fromkeys(reasons))


def _not_of(mentor: Mentor, *staff: Any) -> list[str]:
    login = mentor.person.login_id
    return [reason for one in staff for reason in rules.why_not_supervise(mentors_login=login, by=one.pk)]


def _not_so(account: Account, at: datetime) -> list[str]:
    return rules.why_not_hold(
        held_on=account.held_on,
        next_due_on=account.next_due_on,
        summary=account.agreed_summary,
        today=local_day(at),
    )


def _columns(account: Account) -> dict[str, Any]:
    return {name: getattr(account, name) for name in account.__dataclass_fields__}


def _make(key: str, by: Any, **columns: Any) -> Supervision:
    try:
        with transaction.atomic():
            return Supervision.objects.create(key=key, **columns)
    except IntegrityError:
        if earlier := _already(key, by):
            return earlier
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None


def _written(supervision: Supervision, by: Any, at: datetime) -> Supervision:
    """Nobody need be reminded of what has been held; the mentor is told that there is something to read."""
    mentor = supervision.mentor
    for task in mentor.tasks.open().filter(kind="supervision_due", due_on__lt=supervision.next_due_on):
        tasks.settle(key=task.key, by=by, at=at)
    tell_mentor(mentor, about=supervision, what="supervision", by=by, at=at)
    audit.record(verb="mentoring.supervision.held", by=by, at=at, subject=supervision, about=mentor.person)
    return supervision
