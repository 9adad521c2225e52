"""What runs out: staff are told in good time, and a match waits rather than go on unsafely. The clock asks, daily."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from common.dates import local_day
from mentoring.actions import pauses, tasks
from mentoring.models import Clearance, DbsCheck, Match, Mentor, RiskAssessment
from mentoring.rules.lapses import CHASED_AT, chase_due
from training.models import Completion

SOON = timedelta(days=7)


@transaction.atomic
def find(*, by: Any, at: datetime) -> int:
    """Let each match wait whose mentor lacks something now, and ask the team to look; likewise for groups that they
    hold. Answers how many. Run twice it does nothing more: a paused match is not active, and a task that is open
    already is not raised again.
    """
    return pauses.let_wait(among=Match.objects.all(), by=by, at=at) + pauses.ask_about_groups(by=by, at=at)


@dataclass(frozen=True)
class Near:
    """Something of a mentor's that ends soon; `name` and `ref` say which, `until` is its last day."""

    name: str
    ref: str
    until: date
    mentor: Mentor


@transaction.atomic
def chase(*, by: Any, at: datetime) -> int:
    """Ask for something new 60, 30 and 7 days before the old runs out, once each. Answers how much is near its end."""
    today = local_day(at)
    ending = list(near(today))
    for one in ending:
        tasks.raise_task(
            key=f"{one.name}:{one.ref}:{one.until:%Y%m%d}:{chase_due(valid_until=one.until, today=today)}",
            kind=f"{one.name}_ends_soon", team=one.mentor.team, due_on=min(one.until, today + SOON),
            mentor=one.mentor, by=by, at=at,
        )  # fmt: skip
    return len(ending)


def near(today: date) -> Iterator[Near]:
    """Of everything that is asked at the gates what ends within 60 days and has nothing newer beside it."""
    window = (today, today + timedelta(days=max(CHASED_AT)))
    granted = Clearance.objects.filter(status=Clearance.Status.GRANTED, valid_until__range=window)
    for clearance in _here(granted):
        yield Near("clearance", clearance.ref, clearance.valid_until, clearance.mentor)
    decided = DbsCheck.objects.filter(status=DbsCheck.Status.DECIDED)
    for check in _here(_newest(decided, "asked_at").filter(look_again_on__range=window)):
        yield Near("dbs_check", check.ref, check.look_again_on, check.mentor)
    signed = RiskAssessment.objects.filter(status=RiskAssessment.Status.SIGNED)
    for assessment in _here(_newest(signed, "written_at").filter(look_again_on__range=window)):
        yield Near("risk_assessment", assessment.ref, assessment.look_again_on, assessment.mentor)
    yield from _training(window)


def _training(window: tuple[date, date]) -> Iterator[Near]:
    again = Completion.objects.filter(
        learner=OuterRef("learner"), module=OuterRef("module"), expires_on__gt=OuterRef("expires_on")
    )
    ending = Completion.objects.filter(~Exists(again), expires_on__range=window)
    learners = {one.learner_id: one for one in _working().filter(learner__in=ending.values("learner"))}
    for completion in ending.filter(learner__in=learners).order_by("pk"):
        if completion.expires_on is not None:
            yield Near("training", completion.ref, completion.expires_on, learners[completion.learner_id])


def _newest(rows: QuerySet, when: str) -> QuerySet:
    """Of each mentor's rows the newest: an older one may run out in peace."""
    return rows.filter(~Exists(rows.filter(mentor=OuterRef("mentor"), **{f"{when}__gt": OuterRef(when)})))


def _here(rows: QuerySet) -> QuerySet:
    """Those of mentors who have not left."""
    return (
        rows.filter(mentor__in=_working().values("pk")).select_related("mentor__person", "mentor__team").order_by("pk")
    )


def _working() -> QuerySet[Mentor]:
    return Mentor.objects.exclude(status=Mentor.Status.ENDED).select_related("person", "team")
