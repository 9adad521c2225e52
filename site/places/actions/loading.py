"""Bringing whole files of places in, and taking them out."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from accounts.models import User
from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from places.models import Place, Posting, Upload
from places.models.sheets import COUNCILS, ESTABLISHMENTS, PROBATION_REGIONS
from places.planning import Plan, plan
from places.rules.sheets import Row

KEEP_FOR = timedelta(days=7)  # a file that nobody applied
BATCH = 200


@transaction.atomic
def load(
    *,
    councils: Iterable[Row],
    probation_regions: Iterable[Row],
    establishments: Iterable[Row],
    by: User | None,
    at: datetime,
    dry_run: bool = False,
) -> dict[str, dict[str, int]]:
    """Bring the shipped data: add what is missing, update what changed, delete nothing, leave what people set here.

    Answers, for each sheet, how many rows were new, changed, same, kept (as people set them) and problem (always 0: one
    bad row refuses all). `dry_run` does it all and takes it back.
    """
    counts = {}
    refs: list[str] = []
    with transaction.atomic():
        for sheet, rows in (
            (COUNCILS, councils),
            (PROBATION_REGIONS, probation_regions),
            (ESTABLISHMENTS, establishments),
        ):
            found = plan(sheet, rows, shipped=True, lock=True)
            if found.problems:
                raise NotAllowed(*[f"{sheet.kind}, {_said(outcome.row)}" for outcome in found.problems])
            refs += _write(found, at=at, by_hand=False)
            counts[sheet.kind] = found.counts
        if dry_run:
            transaction.set_rollback(True)
    if refs and not dry_run:
        audit.record(verb="places.shipped.loaded", by=by, at=at, counts=counts, refs=refs)
    return counts


@transaction.atomic
def check(*, kind: str, rows: Iterable[Row], by: User, at: datetime) -> Upload:
    """Keep the rows of a file, so that people can look at what it would change. Changes no place."""
    Upload.objects.filter(status=Upload.Status.CHECKED, brought_at__lt=at - KEEP_FOR).delete()
    kept = [_kept(row) for row in rows]
    upload = Upload.objects.create(kind=kind, rows=kept, brought_by=by, brought_at=at)
    audit.record(verb="places.upload.checked", by=by, at=at, subject=upload, kind=kind, rows=len(kept))
    return upload


@transaction.atomic
def apply(*, upload: Upload, seen: str, by: User, at: datetime) -> Upload:
    """Do what the file says, row by row; rows with problems are left out and kept for the error file.

    Applying twice changes nothing more. `seen` is the fingerprint of the plan that the person looked at: when the
    directory changed since, nothing is done.
    """
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if upload.status == Upload.Status.APPLIED:
        return upload
    found = plan(upload.sheet, upload.read_rows(), lock=True)
    if found.fingerprint != seen:
        raise NotAllowed("The directory has changed since you looked. Look again at what this file would change.")
    refs = _write(found, at=at, by_hand=True)
    problems = [_kept(outcome.row) for outcome in found.problems]
    move(upload, to="applied", frm={"checked"}, rows=problems, counts=found.counts, applied_at=at)
    audit.record(
        verb="places.upload.applied", by=by, at=at, subject=upload, kind=upload.kind, counts=found.counts, refs=refs
    )
    return upload


@transaction.atomic
def export(*, kind: str, rows: int, by: User, at: datetime) -> None:
    """Say that somebody took a whole sheet away, and how many rows it had."""
    audit.record(verb="places.sheet.exported", by=by, at=at, kind=kind, rows=rows)


def _write(found: Plan, *, at: datetime, by_hand: bool) -> list[str]:
    """Adds and changes the records of a plan, and answers their references."""
    added: list[Any] = []
    edited: list[Any] = []
    fields: set[str] = set()
    for outcome in found.works:
        record: Any = outcome.record if outcome.record is not None else found.sheet.model()
        names = [name for name, _, _ in outcome.changes]
        changed = found.sheet.put(record, outcome.row.cells, names, found.links)
        if by_hand and isinstance(record, Place):
            record.by_hand = sorted({*record.by_hand, *changed})
        if outcome.record is None:
            added.append(record)
        else:
            record.version += 1
            edited.append(record)
            fields |= {*changed, "version"} | ({"by_hand"} if isinstance(record, Place) else set())
    try:
        with transaction.atomic():
            found.sheet.model._default_manager.bulk_create(added, batch_size=BATCH)
            if edited:
                found.sheet.model._default_manager.bulk_update(edited, sorted(fields), batch_size=BATCH)
            _appoint(found, added, at=at)
    except IntegrityError:
        raise NotAllowed("Somebody else changed the same places at the same moment. Look again.") from None
    return [record.ref for record in added + edited]


def _appoint(found: Plan, added: list[Any], *, at: datetime) -> None:
    """Where a sheet of posts names a holder for a post that nobody holds, that person holds it from today, by name."""
    fresh = iter(added)
    postings = []
    for outcome in found.works:
        record = outcome.record if outcome.record is not None else next(fresh)
        if any(name == "holder" for name, _, _ in outcome.changes):
            holder = outcome.row.cells["holder"]
            postings.append(Posting(post=record, holder_name=holder, started_on=local_day(at)))
    Posting.objects.bulk_create(postings, batch_size=BATCH)


def _kept(row: Row) -> dict[str, Any]:
    return {"line": row.line, "cells": row.cells, "problems": row.problems}


def _said(row: Row) -> str:
    return f"line {row.line}: {' '.join(row.problems)}"
