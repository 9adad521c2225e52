"""What a file of places would change, found out before anything does."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from places.models.sheets import Links, Sheet
from places.rules.sheets import Row, mark_twins

NEW, CHANGED, SAME, KEPT, PROBLEM = "new", "changed", "same", "kept", "problem"


@dataclass(slots=True)
class Outcome:
    """What one row would do. `changes` are (column, what it says now, what it would say)."""

    row: Row
    status: str
    record: Any = None
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # columns that people set here, and shipped data may not change


@dataclass(slots=True)
class Plan:
    """What a whole file would do."""

    sheet: Sheet
    outcomes: list[Outcome]
    links: Links

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(outcome.status for outcome in self.outcomes)
        return {status: found[status] for status in (NEW, CHANGED, SAME, KEPT, PROBLEM)}

    @property
    def works(self) -> list[Outcome]:
        """The rows that would change something."""
        return [outcome for outcome in self.outcomes if outcome.status in (NEW, CHANGED)]

    @property
    def problems(self) -> list[Outcome]:
        return [outcome for outcome in self.outcomes if outcome.status == PROBLEM]

    @property
    def fingerprint(self) -> str:
        """The same for two plans that would change the same facts in the same way."""
        said = [[outcome.row.line, outcome.status, outcome.changes] for outcome in self.works]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


def plan(sheet: Sheet, rows: Iterable[Row], *, shipped: bool = False, lock: bool = False) -> Plan:
    """Compares rows with what stands in the database, in a handful of queries however many rows there are.

    `shipped` rows never touch what people set by hand. `lock` holds the records until the transaction ends.
    """
    rows = list(rows)
    mark_twins(rows, lambda row: _twin_key(sheet, row))
    records = sheet.records().select_for_update(of=("self",)) if lock else sheet.records()
    known: dict[str, Any] = {}
    for record in records:
        for key in filter(None, sheet.keys_of(sheet.cells_of(record))):
            known[key] = record
    links = sheet.links()
    return Plan(sheet, [_outcome(sheet, row, known, links, shipped) for row in rows], links)


def _twin_key(sheet: Sheet, row: Row) -> str:
    """The last key is the one that every row has."""
    return list(sheet.keys_of(row.cells))[-1]


def _outcome(sheet: Sheet, row: Row, known: dict[str, Any], links: Links, shipped: bool) -> Outcome:
    if row.problems:
        return Outcome(row, PROBLEM)
    keys = [key for key in sheet.keys_of(row.cells) if key]
    found = [known[key] for key in keys if key in known]
    record = known.get(keys[0])
    row.problems += sheet.problems(row, record, links)
    if any(other is not record for other in found):
        row.problems.append("Another row in the directory has this place and name already.")
    if row.problems:
        return Outcome(row, PROBLEM, record)
    before = sheet.cells_of(record) if record is not None else {}
    # In the order of the columns: PostgreSQL keeps the cells of an upload in an order of its own.
    cells = [(column.name, before.get(column.name, ""), row.cells[column.name]) for column in sheet.columns]
    changes = [change for change in cells if change[1] != change[2]]
    kept = [name for name, _, _ in changes if shipped and record and sheet.field_of(name) in record.by_hand]
    changes = [change for change in changes if change[0] not in kept]
    status = NEW if record is None else CHANGED if changes else KEPT if kept else SAME
    return Outcome(row, status, record, changes, kept)
