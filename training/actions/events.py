"""Learning face to face: planned, moved, called off, and held."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, Stale, move
from law.months import add_months
from places.models import Establishment
from training.models import Attendance, Completion, Deliverer, Event, Learner, ModuleVersion
from training.rules import events as rules
from training.rules.completions import runs_out

CLOSED = "This event is over or called off. Its register stays as it is."
Mark = Attendance.Mark


@transaction.atomic
def plan(
    *, establishment: Establishment, title: str, room: str, starts_at: datetime, minutes: int,
    covers: ModuleVersion | None, key: str, by: Any, at: datetime,
) -> Event:  # fmt: skip
    """A new event, still without anybody on it. The same form sent again answers with the same event."""
    if earlier := Event.objects.filter(key=key, made_by=by).first():
        return earlier
    if reasons := rules.why_not_plan(minutes=minutes):
        raise NotAllowed(*reasons)
    try:
        with transaction.atomic():
            event = Event.objects.create(
                key=key, title=clean(title, lines=False)[:100], establishment=establishment, minutes=minutes,
                room=clean(room, lines=False)[:100], starts_at=starts_at, covers=covers, made_at=at, made_by=by,
            )  # fmt: skip
    except IntegrityError:
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    audit.record(verb="training.event.planned", by=by, at=at, subject=event)
    return event


def _held(event: Event) -> Event:
    """Locked, and still to come."""
    held = Event.objects.select_for_update().get(pk=event.pk)
    if held.status != Event.Status.PLANNED:
        raise NotAllowed(CLOSED)
    return held


@transaction.atomic
def move_to(*, event: Event, starts_at: datetime, room: str, because: str, seen: int, by: Any, at: datetime) -> Event:
    """Another time or another room. The time before is kept; a later version than `seen` raises Stale."""
    held = _held(event)
    if held.version != seen:
        raise Stale(held)
    held.moved_from = held.starts_at if held.starts_at != starts_at else held.moved_from
    held.starts_at, held.room, held.because = starts_at, clean(room, lines=False)[:100], because[:200]
    held.version += 1
    held.save(update_fields=["moved_from", "starts_at", "room", "because", "version"])
    audit.record(verb="training.event.moved", by=by, at=at, subject=held)
    return held


@transaction.atomic
def call_off(*, event: Event, because: str, by: Any, at: datetime) -> Event:
    """It does not happen. Nobody has finished anything, and nobody is credited."""
    if not because.strip():
        raise NotAllowed("Say why it is called off.")
    move(event, to=Event.Status.CANCELLED, frm={Event.Status.PLANNED}, because=because.strip()[:200])
    audit.record(verb="training.event.called_off", by=by, at=at, subject=event)
    return event


@transaction.atomic
def expect(*, event: Event, learner: Learner, by: Any, at: datetime) -> Attendance:
    """Somebody is on the register. Asked twice, they are on it once."""
    held = _held(event)
    on_it = set(held.attendance.values_list("learner", flat=True))
    teaches = held.deliverers.filter(learner=learner).exists()
    if reasons := rules.why_not_add(on_it=on_it, learner=learner.pk, teaches=teaches):
        raise NotAllowed(*reasons)
    expected, made = Attendance.objects.get_or_create(event=held, learner=learner)
    if made:
        audit.record(verb="training.event.expected", by=by, at=at, subject=held, learner=learner.ref)
    return expected


@transaction.atomic
def no_longer_expect(*, event: Event, learner: Learner, by: Any, at: datetime) -> None:
    if _held(event).attendance.filter(learner=learner).delete()[0]:
        audit.record(verb="training.event.not_expected", by=by, at=at, subject=event, learner=learner.ref)


@transaction.atomic
def deliver(*, event: Event, learner: Learner, part: str, lived_experience: bool, by: Any, at: datetime) -> Deliverer:
    """Somebody holds the event. `lived_experience` only where they want it said. Said again, the last word counts."""
    held = _held(event)
    if held.attendance.filter(learner=learner).exists():
        raise NotAllowed("They are on the register of this event, so they cannot hold it as well.")
    deliverer, _ = Deliverer.objects.update_or_create(
        event=held, learner=learner, defaults={"part": part, "lived_experience": lived_experience}
    )
    audit.record(verb="training.event.delivered", by=by, at=at, subject=held, learner=learner.ref)
    return deliverer


@transaction.atomic
def keep_register(*, event: Event, marks: Mapping[int, str], by: Any, at: datetime) -> Event:
    """Who was there, by the learner's id. Whoever was there all the time has finished the module that it covers;
    whoever held it is credited with its time. Kept twice, the first stands.
    """
    held = Event.objects.select_for_update().get(pk=event.pk)
    if held.status == Event.Status.HELD:
        return held
    rows = list(_held(event).attendance.select_related("learner"))
    said = {row.learner_id: marks.get(row.learner_id, "") for row in rows}
    known = {Mark.CAME, Mark.PART, Mark.NOT_THERE}
    reasons = rules.why_not_keep(
        starts=held.starts_at, minutes=held.minutes, now=at, unmarked=sum(mark not in known for mark in said.values()),
        came=sum(mark in (Mark.CAME, Mark.PART) for mark in said.values()),
    )  # fmt: skip
    if reasons:
        raise NotAllowed(*reasons)
    for row in rows:
        row.mark, row.marked_by = said[row.learner_id], by
    Attendance.objects.bulk_update(rows, ["mark", "marked_by"])
    move(held, to=Event.Status.HELD, frm={Event.Status.PLANNED}, held_at=at)
    held.deliverers.update(credited_minutes=held.minutes)
    finished = [row.learner for row in rows if row.mark == Mark.CAME]
    if held.covers is not None:
        _finish(held.covers, finished, local_day(held.starts_at), by, at)
    audit.record(verb="training.event.held", by=by, at=at, subject=held, came=len(finished))
    return held


def _finish(covers: ModuleVersion, learners: list[Learner], day: date, by: Any, at: datetime) -> None:
    """A completion for each, in the version that the event covered; once for a day."""
    module = covers.opens or str(covers.module_key)
    months = covers.plain["valid_months"]
    until = add_months(day, months) if months else runs_out(covers.opens, day)
    for learner in learners:
        done, made = Completion.objects.get_or_create(
            learner=learner, module=module, completed_on=day,
            defaults={
                "version": f"version {covers.number}, face to face", "called": covers.title, "expires_on": until,
                "keyed_at": at, "keyed_by": by,
            },
        )  # fmt: skip
        if made:
            audit.record(verb="training.completion.keyed_in", by=by, at=at, subject=done, module=module)
