"""Telling family: what, whom and when, in words for a relationship. Whether they do is the person’s alone."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support.entering import is_inside
from casefiles_support.models import FamilyPlan, Journey
from casefiles_support.rules import family_plans as rules
from casefiles_support.standing import refuse_closed, refuse_if
from common.dates import local_day
from common.transitions import change


@transaction.atomic
def make(
    *,
    journey: Journey,
    whom: str,
    share: str,
    contact: str,
    recorded_told: bool,
    key: str,
    by: Any,
    at: datetime,
    hoped_for_on: date | None = None,
) -> FamilyPlan:
    """With the person, and only if they would like one. In prison we say first that calls are recorded."""
    if earlier := FamilyPlan.objects.filter(made_by=by, key=key).first():
        return earlier
    refuse_closed(journey)
    refuse_if(rules.why_not_plan(in_custody=is_inside(journey.person), recorded_told=recorded_told))
    new = FamilyPlan(
        journey=journey, whom=whom, share=share, contact=contact, recorded_told=recorded_told,
        hoped_for_on=hoped_for_on, key=key, made_at=at, made_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return FamilyPlan.objects.get(made_by=by, key=key)  # the same form, sent twice at once
    _trail("files.family_plan.made", new, by, at)
    return new


@transaction.atomic
def revise(
    *,
    family_plan: FamilyPlan,
    share: str,
    contact: str,
    recorded_told: bool,
    seen: int,
    by: Any,
    at: datetime,
    hoped_for_on: date | None = None,
) -> FamilyPlan:
    """What they would like now, and what probation said about contact. A later version raises Stale."""
    now = _open(family_plan)
    refuse_if(
        rules.why_not_change(
            told=now.told_on is not None, in_custody=is_inside(now.journey.person), recorded_told=recorded_told
        )
    )
    change(family_plan, seen=seen, share=share, contact=contact, recorded_told=recorded_told, hoped_for_on=hoped_for_on)
    _trail("files.family_plan.changed", family_plan, by, at)
    return family_plan


@transaction.atomic
def mediate(*, family_plan: FamilyPlan, to: str, seen: int, by: Any, at: datetime) -> FamilyPlan:
    """A service that helps two people to talk: asked only when the person asks for it."""
    now = _open(family_plan)
    refuse_if(rules.why_not_mediate(frm=now.mediation, to=to, contact=now.contact))
    change(family_plan, seen=seen, mediation=to)
    _trail("files.family_plan.mediated", family_plan, by, at, mediation=to)
    return family_plan


@transaction.atomic
def tell(*, family_plan: FamilyPlan, on: date, seen: int, by: Any, at: datetime) -> FamilyPlan:
    """They told them."""
    now = _open(family_plan)
    made, today = local_day(now.made_at), local_day(at)
    refuse_if(rules.why_not_tell(told_on=now.told_on, on=on, today=today, made=made))
    change(family_plan, seen=seen, told_on=on)
    _trail("files.family_plan.told", family_plan, by, at)
    return family_plan


def _open(family_plan: FamilyPlan) -> FamilyPlan:
    """As it stands now."""
    now = FamilyPlan.objects.select_related("journey__person").get(pk=family_plan.pk)
    refuse_closed(now.journey)
    return now


def _trail(verb: str, family_plan: FamilyPlan, by: Any, at: datetime, **detail: Any) -> None:
    audit.record(verb=verb, by=by, at=at, subject=family_plan, about=family_plan.journey.person, **detail)
