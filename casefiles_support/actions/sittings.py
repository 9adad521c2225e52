"""A time to read: planned, put off, begun, and ended with a check. What follows a reading is made with its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import checking, papers, stages
from casefiles_support.actions import checkpoints, debriefs, follow_ups, journeys
from casefiles_support.locking import lock
from casefiles_support.models import Code, Journey, Light, Sitting, Supporter, Topic
from casefiles_support.rules import sittings as rules
from common.dates import LONDON, local_day
from common.text import clean
from common.transitions import NotAllowed, change, move
from people.actions import concerns
from people.rules.concerns import Setting, Urgency

Status = Sitting.Status
PLANNED = {Status.PLANNED}


@dataclass(frozen=True, kw_only=True)
class Plan:
    """`own_choice`: the person wants this time, whatever we would book; `words` are theirs. `private` and `time_out`
    were agreed with the prison.
    """

    starts_at: datetime
    minutes: int
    where: str
    alone: bool = False
    own_choice: bool = False
    words: str = ""
    cover_next_day: Any = None
    cover_day_after: Any = None
    afterwards: str = ""
    private: bool = False
    time_out: bool = False


@transaction.atomic
def plan(*, journey: Journey, plan: Plan, key: str, by: Any, at: datetime) -> Sitting:
    """With somebody to reach on both days that follow. A person’s own choice is never refused, only written down."""
    if earlier := Sitting.objects.filter(planned_by=by, key=key).first():
        return earlier
    lock(journey)
    covers = [plan.cover_next_day, plan.cover_day_after]
    known = [papers.cover_of(user, journey=journey) for user in covers]
    if not plan.own_choice:
        _refuse_if(_why_not_book(journey, plan, known, at))
    # Where it is their own choice, a name that cannot stand by is not written down as if it could.
    named = [user if cover else None for user, cover in zip(covers, known, strict=True)]
    new = Sitting(
        journey=journey, key=key, starts_at=plan.starts_at, minutes=plan.minutes, where=plan.where, alone=plan.alone,
        own_choice=plan.own_choice, cover_next_day=named[0], cover_day_after=named[1],
        afterwards=clean(plan.afterwards).strip(), planned_at=at, planned_by=by,
        told_wing="" if papers.is_inside(journey.person) else Sitting.Told.NOT_NEEDED,
    )  # fmt: skip
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return Sitting.objects.get(planned_by=by, key=key)  # the same form, sent twice at once
    if plan.own_choice:
        checkpoints.went_ahead(
            journey=journey, code=Code.C8, words=plan.words, key=f"{Code.C8}:{new.ref}", by=by, at=at
        )
    else:
        stages.reached(journey=journey, code=Code.C8, about=new, by=by, at=at)
    audit.record(verb="files.sitting.planned", by=by, at=at, subject=new, about=journey.person)
    return new


def _why_not_book(journey: Journey, plan: Plan, covers: Sequence[rules.Cover | None], at: datetime) -> list[str]:
    slot = rules.Slot(
        starts=plan.starts_at.astimezone(LONDON), minutes=plan.minutes, where=plan.where, private=plan.private,
        in_custody=papers.is_inside(journey.person), covers=(covers[0], covers[1]), time_out=plan.time_out,
    )  # fmt: skip
    reasons = rules.why_not_book(slot, now=at.astimezone(LONDON), papers_here=papers.are_here(journey))
    return reasons + checking.missing(journey, Code.C8, on=local_day(plan.starts_at))


@transaction.atomic
def tell_wing(*, sitting: Sitting, told: str, on: date, version: int, by: Any, at: datetime) -> Sitting:
    """Safer custody was asked to look in, or the person did not want it. Nothing else is kept."""
    journey = sitting.journey
    reasons = rules.why_not_tell_wing(
        told=told, agreed=papers.chosen(journey, Topic.TELL_SAFER_CUSTODY) == "yes",
        in_custody=papers.is_inside(journey.person),
    )  # fmt: skip
    if sitting.status != Status.PLANNED:
        reasons.append("This is over.")
    if on > local_day(at):
        reasons.append("That day has not come yet.")
    _refuse_if(reasons)
    change(sitting, seen=version, told_wing=told, told_wing_on=on)
    audit.record(verb="files.sitting.wing_told", by=by, at=at, subject=sitting, about=journey.person)
    return sitting


@transaction.atomic
def put_off(*, sitting: Sitting, whom: str, by: Any, at: datetime) -> Sitting:
    """By the person, who need not say why; or by us."""
    if whom not in (Status.PUT_OFF_BY_PERSON, Status.PUT_OFF_BY_US):
        raise NotAllowed("Say who put it off.")
    move(sitting, to=whom, frm=PLANNED, settled_at=at, settled_by=by)
    audit.record(verb="files.sitting.put_off", by=by, at=at, subject=sitting, about=sitting.journey.person)
    return sitting


@transaction.atomic
def begin(*, sitting: Sitting, light_before: str, version: int, by: Any, at: datetime) -> Sitting:
    """How they are, and that they still want to. Nothing is handed over while a safety hold stands."""
    journey = sitting.journey
    lock(journey)
    if sitting.status != Status.PLANNED:
        raise NotAllowed("This is over. Open it again to see what became of it.")
    held = papers.held_until(journey, at=at) if papers.are_ours(journey) else None
    reasons = rules.why_not_begin(
        starts=sitting.starts_at.astimezone(LONDON), light=light_before, told_wing=sitting.told_wing,
        in_custody=papers.is_inside(journey.person), own_choice=sitting.own_choice, held_until=held,
        now=at.astimezone(LONDON),
    )  # fmt: skip
    _refuse_if(reasons)
    change(sitting, seen=version, light_before=light_before)
    journeys.follow(journey=journey, to=Journey.Status.READING, by=by, at=at)
    audit.record(verb="files.sitting.begun", by=by, at=at, subject=sitting, about=journey.person)
    return sitting


@dataclass(frozen=True, kw_only=True)
class Check:
    """How it ended. `look_in`: what they say, where they are not all right (rules.LOOK_IN)."""

    stopped_early: bool
    light_after: str
    pages_after: str
    beside: Sequence[Supporter] = ()
    look_in: str = ""
    note: str = ""


@transaction.atomic
def finish(*, sitting: Sitting, check: Check, by: Any, at: datetime) -> Sitting:
    """The check at the end, and with it, or not at all, every follow-up, talk and duty. Of two at once one is taken."""
    journey = sitting.journey
    lock(journey)
    standing = set(Supporter.objects.standing().filter(journey=journey).values_list("pk", flat=True))
    beside = [one for one in check.beside if one.pk in standing]
    reasons = rules.why_not_finish(
        starts=sitting.starts_at, light_before=sitting.light_before, light_after=check.light_after,
        pages_after=check.pages_after, look_in=check.look_in, alone=sitting.alone, beside=len(beside),
        own_choice=sitting.own_choice, now=at,
    )  # fmt: skip
    _refuse_if(reasons)
    move(
        sitting, to=Status.STOPPED_EARLY if check.stopped_early else Status.WENT_AHEAD, frm=PLANNED, settled_at=at,
        light_after=check.light_after, pages_after=check.pages_after, note=clean(check.note).strip(), settled_by=by,
        version=sitting.version + 1,
    )  # fmt: skip
    for step in (Journey.Status.READING, Journey.Status.AFTER_CARE):
        journeys.follow(journey=journey, to=step, by=by, at=at)
    follow_ups.plan(sitting=sitting, by=by, at=at)
    debriefs.plan(sitting=sitting, supporters=beside, by=by, at=at)
    stages.reached(journey=journey, code=Code.C9, about=sitting, by=by, at=at)
    if check.light_after == Light.RED and check.look_in != "no":
        _look_in_now(sitting, by, at)
    audit.record(verb="files.sitting.finished", by=by, at=at, subject=sitting, about=journey.person)
    return sitting


def _look_in_now(sitting: Sitting, by: Any, at: datetime) -> None:
    """The concern’s own clock is an hour, and its route in custody leads to safer custody. It names no papers."""
    person = sitting.journey.person
    concerns.raise_concern(
        key=sitting.ref, worry=rules.WORRY, urgency=Urgency.NOW, about=person, by=by, at=at,
        setting=Setting.CUSTODY if papers.is_inside(person) else Setting.COMMUNITY,
    )  # fmt: skip


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
