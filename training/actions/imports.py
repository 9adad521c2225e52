"""Bringing a list of staff in, and taking it back."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from places.models import Establishment
from places.rules.sheets import Row
from training.actions import cohorts, learners
from training.models import (
    Attendance,
    Cohort,
    CohortMember,
    Completion,
    Deliverer,
    Enrolment,
    Import,
    ImportedLearner,
    Learner,
    Progress,
    Station,
)
from training.rules import imports as rules
from training.rules.stations import Known, find_twin


@transaction.atomic
def check(*, establishment: Establishment, cohort: Cohort | None, rows: Sequence[Row], by: Any, at: datetime) -> Import:
    """Keep the rows of a file, sealed, to look at what they would do. Nobody is added."""
    if cohort is not None and cohort.establishment_id != establishment.pk:
        raise NotAllowed("Choose a cohort of this prison.")
    known = _known(establishment)
    kept = [_looked_at(row, known, local_day(at)) for row in rows]
    brought = Import.objects.create(
        establishment=establishment, cohort=cohort, rows=json.dumps(kept), total=len(kept), brought_by=by,
        brought_at=at, wrong=sum(bool(row["problems"]) for row in kept),
    )  # fmt: skip
    audit.record(verb="training.import.checked", by=by, at=at, subject=brought, rows=len(kept))
    return brought


def _known(establishment: Establishment) -> list[Known]:
    """Everybody who has an email, wherever they work, and everybody who works here, in one query."""
    now = Station.objects.current().filter(learner=OuterRef("pk"), establishment=establishment)
    found = Learner.objects.annotate(here=Exists(now)).filter(Q(here=True) | ~Q(email=""))
    columns = found.values_list("name", "email", "staff_number", "here")
    return [Known(*row) for row in columns]


def _looked_at(row: Row, known: list[Known], today: date) -> dict[str, Any]:
    """What a row does beside those who are here and the rows above it, and what is wrong with it."""
    cells, problems = row.cells, [*row.problems]
    does = ""
    if not problems:
        said = {name: cells[name] for name in ("name", "email", "staff_number")}
        found = find_twin(**said, among=known, another=cells["another"] == "yes")
        problems += [found.problem] if found.problem else []
        if cells["since"] and date.fromisoformat(cells["since"]) > today:
            problems.append("since must not be in the future.")
        if found.twin is None:
            does = rules.NEW
            known.append(Known(cells["name"], cells["email"], cells["staff_number"]))
        else:
            does = rules.HERE if known[found.twin].here else rules.MOVES
    return {"line": row.line, "cells": cells, "problems": problems, "does": "" if problems else does}


@transaction.atomic
def apply(*, brought: Import, by: Any, at: datetime) -> Import:
    """Bring in every row that will do, once. Rows that cannot come in any more are kept, with the reason."""
    rows = brought.read_rows()
    if not rows:
        raise NotAllowed(rules.GONE)
    move(brought, to=Import.Status.APPLIED, frm={Import.Status.CHECKED}, applied_by=by, applied_at=at)
    refused = [row for row in rows if row["problems"]]
    for row in rows:
        if row["problems"]:
            continue
        try:
            with transaction.atomic():
                _bring(brought, row["cells"], by, at)
        except NotAllowed as why:
            refused.append(row | {"problems": why.reasons})
    brought.rows = json.dumps(refused) if refused else ""
    brought.wrong, brought.made = len(refused), brought.imported.count()
    brought.save(update_fields=["rows", "wrong", "made"])
    audit.record(verb="training.import.applied", by=by, at=at, subject=brought, made=brought.made, refused=len(refused))
    return brought


def _bring(brought: Import, cells: dict[str, str], by: Any, at: datetime) -> None:
    place = brought.establishment
    said: dict[str, Any] = {name: cells[name] for name in ("name", "email", "staff_number")}
    said["another"] = cells["another"] == "yes"
    found, candidates = learners.look_for(establishment=place, **said, by=by, at=at)
    twin = candidates[found.twin] if found.twin is not None else None
    before = twin.stations.current().first() if twin else None
    since = date.fromisoformat(cells["since"]) if cells["since"] else None
    learner, is_new = learners.place_at(establishment=place, job=cells["job"], since=since, **said, by=by, at=at)
    station = learner.stations.current().get()
    already = before is not None and before.pk == station.pk
    had = set(learner.enrolments.values_list("pk", flat=True))
    enrolment = None
    if brought.cohort is not None:
        enrolment = cohorts.join(cohort=brought.cohort, learner=learner, source=Enrolment.Source.BULK, by=by, at=at)
    made = enrolment if enrolment and enrolment.pk not in had else None
    if is_new or not already or made:
        ImportedLearner.objects.get_or_create(
            brought_by_import=brought, learner=learner,
            defaults={
                "is_new": is_new, "station": None if already else station, "before": None if already else before,
                "enrolment": made,
            },
        )  # fmt: skip


@transaction.atomic
def undo(*, brought: Import, by: Any, at: datetime) -> Import:
    """Take back everything that one list made, while nobody of it has begun to learn. Whoever moved is back where they
    were.
    """
    move(brought, to=Import.Status.UNDONE, frm={Import.Status.APPLIED}, undone_by=by, undone_at=at, rows="")
    made = list(brought.imported.select_related("station", "before"))
    pks = [row.learner_id for row in made]
    list(Learner.objects.filter(pk__in=pks).order_by("pk").select_for_update().values_list("pk"))
    if why := rules.why_not_undo(touched=len(_touched(made))):
        raise NotAllowed(*why)
    brought.imported.all().delete()
    if brought.cohort_id:
        day = local_day(brought.applied_at) if brought.applied_at else local_day(at)
        CohortMember.objects.filter(cohort=brought.cohort_id, learner__in=pks, since__gte=day).delete()
    Enrolment.objects.filter(pk__in=[row.enrolment_id for row in made if row.enrolment_id]).delete()
    Station.objects.filter(pk__in=[row.station_id for row in made if row.station_id]).delete()
    Station.objects.filter(pk__in=[row.before_id for row in made if row.before_id]).update(until=None, ended_by=None)
    Learner.objects.filter(pk__in=[row.learner_id for row in made if row.is_new]).delete()
    audit.record(verb="training.import.undone", by=by, at=at, subject=brought, people=len(made))
    return brought


def _touched(made: Sequence[ImportedLearner]) -> set[int]:
    """Who has learned, moved, signed in, or been on a register since."""
    pks = [row.learner_id for row in made]
    new = [row.learner_id for row in made if row.is_new]
    begun = Progress.objects.filter(enrolment__in=[row.enrolment_id for row in made if row.enrolment_id])
    found = set(begun.values_list("enrolment__learner", flat=True))
    for model in (Completion, Attendance, Deliverer):
        found |= set(model._default_manager.filter(learner__in=new).values_list("learner", flat=True))
    others = Enrolment.objects.filter(learner__in=new).exclude(pk__in=[row.enrolment_id for row in made])
    found |= set(others.values_list("learner", flat=True))
    found |= set(Learner.objects.filter(pk__in=new).exclude(login=None).values_list("pk", flat=True))
    stations = [row.station_id for row in made if row.station_id]
    found |= set(Station.objects.filter(pk__in=stations).exclude(until=None).values_list("learner", flat=True))
    later = Station.objects.filter(learner__in=pks, until=None).exclude(pk__in=stations)
    return found | set(
        later.filter(learner__in=[r.learner_id for r in made if r.station_id]).values_list("learner", flat=True)
    )


@transaction.atomic
def let_go(*, by: Any, at: datetime) -> int:
    """No file is kept longer than a day; answers how many were emptied."""
    old = Import.objects.filter(brought_at__lt=at - rules.KEPT_FOR).exclude(rows="").update(rows="")
    if old:
        audit.record(verb="training.import.emptied", by=by, at=at, count=old)
    return old
