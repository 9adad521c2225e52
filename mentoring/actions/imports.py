"""Bringing records in from another system, and taking them back."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model

from audit import actions as audit
from common.sealed import blind_index
from common.transitions import NotAllowed, move
from mentoring.actions import mentors
from mentoring.models import Mentor
from mentoring.models.imports import Import, ImportedRow
from mentoring.rules import imports as rules
from people.actions import persons
from people.models import Person
from places.models import Team
from places.rules.sheets import Row

NO_TEAM = "team names no team that we know."
GONE = "The rows of this file are no longer kept. Bring the file again."


@transaction.atomic
def check(*, kind: str, source: str, rows: Iterable[Row], reason: str, by: Any, at: datetime) -> Import:
    """Keep the rows of a file, sealed, to look at what they would do. No record is made or changed."""
    teams = {name.casefold() for name in Team.objects.values_list("name", flat=True)}
    kept = []
    for row in rows:
        problems = [*row.problems]
        if row.cells["team"] and row.cells["team"].casefold() not in teams:
            problems.append(NO_TEAM)
        kept.append({"line": row.line, "cells": row.cells, "problems": problems})
    brought = Import.objects.create(
        kind=kind, source=source, reason=reason, rows=json.dumps(kept), total=len(kept), brought_by=by, brought_at=at,
        wrong=sum(bool(row["problems"]) for row in kept),
    )  # fmt: skip
    audit.record(
        verb="mentoring.import.checked", by=by, at=at, subject=brought, reason=reason, kind=kind, rows=len(kept)
    )
    return brought


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
    key = blind_index(row["cells"][rules.KEY], kind=f"import:{brought.source.casefold()}:{brought.kind}")
    place = {"source": brought.source.casefold(), "kind": brought.kind, "key_index": key}
    if ImportedRow.objects.filter(**place).exists():
        return None
    said = row["cells"]
    team = Team.objects.filter(name__iexact=said["team"]).first()
    if team is None:
        raise NotAllowed(NO_TEAM)
    person = persons.add(
        preferred_name=said["preferred_name"], family_name=said["family_name"], team=team, by=by, at=at,
        born_on=date.fromisoformat(said["born_on"]) if said["born_on"] else None,
        prison_number=said.get("prison_number", ""), crn=said.get("crn", ""),
    )  # fmt: skip
    mentor = None
    if brought.kind == Import.Kind.MENTORS:
        joined = date.fromisoformat(said["joined_on"])
        mentor = mentors.add(person=person, team=team, joined_on=joined, supervisor=None, by=by, at=at)
    try:
        with transaction.atomic():
            return ImportedRow.objects.create(brought_by_import=brought, person=person, mentor=mentor, **place)
    except IntegrityError:
        raise NotAllowed("Somebody brought the same row in at the same moment.") from None


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
    made = list(brought.imported.select_related("person", "mentor"))
    people = {row.person_id: row.person for row in made}
    Person.objects.select_for_update().filter(pk__in=people).count()
    touched = sum(_is_touched(row) for row in made)
    if why := rules.why_not_undo(touched=touched):
        raise NotAllowed(*why)
    brought.imported.all().delete()
    Mentor.objects.filter(pk__in=[row.mentor_id for row in made if row.mentor_id]).delete()
    Person.objects.filter(pk__in=people).delete()
    audit.record(verb="mentoring.import.undone", by=by, at=at, subject=brought, reason=reason, records=len(made))
    return brought


def _is_touched(row: ImportedRow) -> bool:
    """Whether anything but this import knows the record, or has changed it."""
    person, mentor = row.person, row.mentor
    if person.version != 1 or person.login_id is not None or _is_used(person, but=(ImportedRow, Mentor)):
        return True
    if mentor is None:
        return Mentor.objects.filter(person=person).exists()
    return mentor.status != Mentor.Status.APPLYING or _is_used(mentor, but=(ImportedRow,))


def _is_used(record: Model, *, but: tuple[type[Model], ...]) -> bool:
    relations = [one for one in record._meta.get_fields(include_hidden=True) if one.auto_created and not one.concrete]
    return any(
        one.related_model._base_manager.filter(**{one.field.name: record}).exists()  # type: ignore[union-attr]
        for one in relations
        if one.related_model not in but
    )


@transaction.atomic
def let_go(*, by: Any, at: datetime) -> int:
    """No file is kept longer than a day; answers how many were emptied."""
    old = Import.objects.filter(brought_at__lt=at - rules.KEPT_FOR).exclude(rows="").update(rows="")
    if old:
        audit.record(verb="mentoring.import.emptied", by=by, at=at, count=old)
    return old
