"""Planning the day somebody leaves prison, and the first weeks after it."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.text import clean
from common.transitions import Stale, change, move
from mentoring.actions import tasks
from mentoring.models import GatePlan, Task
from mentoring.rules import gate_plans as rules
from people.models import Person

Status = GatePlan.Status


@transaction.atomic
def write(
    *, person: Person, seen: int, ready: bool, release_on: date | None, by: Any, at: datetime, **texts: str
) -> GatePlan:
    """Fill in the plan. `texts` are named in GatePlan.TEXTS; `seen` is the version that the form showed, 0 for none.

    Raises Stale where somebody else wrote first.
    """
    columns: dict[str, Any] = {name: clean(texts.get(name, "")) for name in GatePlan.TEXTS}
    columns |= {"release_on": release_on, "status": Status.READY if ready else Status.PLANNING}
    plan = GatePlan.objects.open().filter(person=person).first()
    if plan is None:
        plan = _first(person, columns, by, at)
    else:
        change(plan, seen=seen, **columns)
    if plan.status == Status.READY:
        tasks.settle(key=f"gate:{plan.ref}:plan", by=by, at=at)
    audit.record(verb="mentoring.gate_plan.written", by=by, at=at, subject=plan, about=person)
    return plan


@transaction.atomic
def released(*, person: Person, on: date, by: Any, at: datetime) -> GatePlan:
    """They have left prison: there is a plan, and somebody is asked to be in touch in the first days and weeks."""
    plan = GatePlan.objects.open().select_for_update().filter(person=person).first()
    if plan is None:
        plan = GatePlan.objects.create(person=person, release_on=on, released_on=on, made_at=at, made_by=by)
    else:
        GatePlan.objects.filter(pk=plan.pk).update(released_on=on)
    about = {"team": person.team, "person": person, "by": by, "at": at}
    if plan.status != Status.READY:
        tasks.raise_task(key=f"gate:{plan.ref}:plan", kind="gate_plan_to_fill", due_on=on, **about)
    for day in rules.days_to_be_in_touch(on):
        tasks.raise_task(key=f"gate:{plan.ref}:{day:%Y%m%d}", kind="contact_after_release", due_on=day, **about)
    audit.record(verb="mentoring.gate_plan.released", by=by, at=at, subject=plan, about=person)
    return plan


@transaction.atomic
def went_back(*, person: Person, by: Any, at: datetime) -> None:
    """They are in prison again: what was asked for the first weeks outside is no longer needed."""
    left = GatePlan.objects.open().filter(person=person, released_on__isnull=False)
    plan = left.select_for_update().first()
    if plan is not None:
        _let_go(plan, Status.NOT_NEEDED, "mentoring.gate_plan.not_needed", by, at)


@transaction.atomic
def finish(*, plan: GatePlan, by: Any, at: datetime) -> GatePlan:
    """The day is over. The plan is kept; the days to be in touch go on."""
    move(plan, to=Status.DONE, frm=GatePlan.OPEN)
    tasks.settle(key=f"gate:{plan.ref}:plan", by=by, at=at)
    audit.record(verb="mentoring.gate_plan.done", by=by, at=at, subject=plan, about=plan.person)
    return plan


def _let_go(plan: GatePlan, to: str, verb: str, by: Any, at: datetime) -> None:
    move(plan, to=to, frm=GatePlan.OPEN)
    for task in Task.objects.open().filter(key__startswith=f"gate:{plan.ref}:").order_by("pk"):
        tasks.settle(key=task.key, by=by, at=at)
    audit.record(verb=verb, by=by, at=at, subject=plan, about=plan.person)


def _first(person: Person, columns: dict[str, Any], by: Any, at: datetime) -> GatePlan:
    try:
        with transaction.atomic():
            return GatePlan.objects.create(person=person, made_at=at, made_by=by, **columns)
    except IntegrityError:
        raise Stale(GatePlan.objects.open().get(person=person)) from None
