"""Bringing records in from another system, and taking them back."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from mentoring import known, untouched
from mentoring.actions import histories, mentors
from mentoring.known import Known
from mentoring.models import Match, MatchStep, Mentor, Session
from mentoring.models.imports import Import, ImportedRow
from mentoring.rules import imports as rules
from people.actions import persons
from people.models import Person
from places.models import Team
from places.rules.sheets import Row

GONE = "The rows of this file are no longer kept. Bring the file again."
# What an import makes, in the order in which others lock it, which is also the order of taking it back.
MADE: tuple[tuple[type[Model], str], ...] = (
    (Session, "session_id"),
    (Match, "match_id"),
    (Mentor, "mentor_id"),
    (Person, "person_id"),
)


@transaction.atomic
def check(*, kind: str, source: str, rows: Iterable[Row], reason: str, by: Any, at: datetime) -> Import:
    """Keep the rows of a file, sealed, to look at what they would do. No record is made or changed."""
    rows = list(rows)
    teams = {name.casefold() for name in Team.objects.values_list("name", flat=True)}
    facts = known.read(source=source, kind=kind, rows=[row.cells for row in rows if not row.problems])
    kept = []
    for row in rows:
        problems = [*row.problems]
        team = row.cells.get("team")
        if team and team.casefold() not in teams:
            problems.append(known.NO_TEAM)
        if not row.problems and not facts.came_before(row.cells):
            problems += _reasons(kind, row.cells, facts, at)
        kept.append({"line": row.line, "cells": row.cells, "problems": problems})
    brought = Import.objects.create(
        kind=kind, source=source, reason=reason, rows=json.dumps(kept), total=len(kept), brought_by=by, brought_at=at,
        wrong=sum(bool(row["problems"]) for row in kept),
    )  # fmt: skip
    audit.record(
        verb="mentoring.import.checked", by=by, at=at, subject=brought, reason=reason, kind=kind, rows=len(kept)
    )
    return brought


def _reasons(kind: str, cells: dict[str, str], facts: Known, at: datetime) -> list[str]:
    """Reasons against a row of history, beside what is here and the rows above it in the file."""
    if kind == Import.Kind.MATCHES:
        reasons = histories.why_not_match(cells=cells, facts=facts, on=local_day(at))
        if not reasons:
            facts.stands_beside(cells)
        return reasons
    return histories.why_not_session(cells=cells, facts=facts, at=at) if kind == Import.Kind.SESSIONS else []


@transaction.atomic
def start(*, brought: Import, by: Any, at: datetime) -> Import:
    """Somebody says yes: from now on it is brought in, in the background. Of two who say so at once, one is told no."""
    if not brought.rows:
        raise NotAllowed(GONE)
    move(brought, to=Import.Status.APPLYING, frm={Import.Status.CHECKED}, applied_by=by, applied_at=at, done=0)
    audit.record(verb="mentoring.import.started", by=by, at=at, subject=brought, kind=brought.kind)
    return brought


@transaction.atomic
def bring(*, brought: Import, row: dict[str, Any], by: Any, at: datetime) -> ImportedRow | None:
    """Make the record of one row, once for each key of its source; None where it came before. Raises NotAllowed."""
    key = known.fingerprint(source=brought.source, kind=brought.kind, key=row["cells"][rules.KEY])
    place = {"source": brought.source.casefold(), "kind": brought.kind, "key_index": key}
    if ImportedRow.objects.filter(**place).exists():
        return None
    try:
        with transaction.atomic():
            made = _make(brought, row["cells"], key, by, at)
            return ImportedRow.objects.create(brought_by_import=brought, **made, **place)
    except IntegrityError:
        raise NotAllowed("Somebody brought the same row in at the same moment.") from None


def _make(brought: Import, said: dict[str, str], key: str, by: Any, at: datetime) -> dict[str, Any]:
    """The records of a row, by the columns of ImportedRow that name them."""
    if brought.kind == Import.Kind.MATCHES:
        return {"match": histories.bring_match(brought=brought, cells=said, by=by, at=at)}
    if brought.kind == Import.Kind.SESSIONS:
        return {"session": histories.bring_session(brought=brought, cells=said, key=f"import:{key}", by=by, at=at)}
    team = known.team_of(said)
    assert team is not None
    person = persons.add(
        preferred_name=said["preferred_name"], family_name=said["family_name"], team=team, by=by, at=at,
        born_on=date.fromisoformat(said["born_on"]) if said["born_on"] else None,
        prison_number=said.get("prison_number", ""), crn=said.get("crn", ""),
    )  # fmt: skip
    if brought.kind == Import.Kind.PEOPLE:
        return {"person": person}
    joined = date.fromisoformat(said["joined_on"])
    return {
        "person": person,
        "mentor": mentors.add(person=person, team=team, joined_on=joined, supervisor=None, by=by, at=at),
    }


@transaction.atomic
def note_progress(*, brought: Import, done: int, by: Any, at: datetime) -> None:
    """How far it has come: a figure for whoever watches, and no change to any record."""
    Import.objects.filter(pk=brought.pk, status=Import.Status.APPLYING).update(done=done, made=brought.imported.count())


@transaction.atomic
def finish(*, brought: Import, refused: list[dict[str, Any]], by: Any, at: datetime) -> Import:
    """All rows were tried. Only those that could not come in are kept, for the rest of their day."""
    move(
        brought, to=Import.Status.APPLIED, frm={Import.Status.APPLYING},
        rows=json.dumps(refused) if refused else "", wrong=len(refused), done=brought.total,
        made=brought.imported.count(),
    )  # fmt: skip
    audit.record(
        verb="mentoring.import.applied", by=by, at=at, subject=brought, kind=brought.kind, made=brought.made,
        refused=len(refused),
    )  # fmt: skip
    return brought


@transaction.atomic
def undo(*, brought: Import, reason: str, by: Any, at: datetime) -> Import:
    """Take back everything that one import made, while nothing else has touched any of it."""
    move(brought, to=Import.Status.UNDONE, frm={Import.Status.APPLIED}, undone_by=by, undone_at=at, rows="")
    made = list(brought.imported.all())
    records = [_held(model, made, name) for model, name in MADE]
    if why := rules.why_not_undo(touched=untouched.touched(made), later=untouched.later(brought)):
        raise NotAllowed(*why)
    brought.imported.all().delete()
    MatchStep.objects.filter(match__in=[row.match_id for row in made if row.match_id]).delete()
    for held in records:
        held.delete()
    audit.record(verb="mentoring.import.undone", by=by, at=at, subject=brought, reason=reason, records=len(made))
    return brought


def _held(model: type[Model], made: list[ImportedRow], name: str) -> QuerySet:
    """The records of one kind that an import made, locked until the end: nobody begins to use one meanwhile."""
    found = model._default_manager.filter(pk__in=[getattr(row, name) for row in made if getattr(row, name)])
    list(found.order_by("pk").select_for_update().values_list("pk"))
    return found


@transaction.atomic
def let_go(*, by: Any, at: datetime) -> int:
    """No file is kept longer than a day; answers how many were emptied."""
    old = Import.objects.filter(brought_at__lt=at - rules.KEPT_FOR).exclude(rows="").update(rows="")
    if old:
        audit.record(verb="mentoring.import.emptied", by=by, at=at, count=old)
    return old
