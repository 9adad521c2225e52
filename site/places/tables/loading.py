"""How the check of a file looks: what it would change, and what is wrong with it."""

from typing import Any

from common.tables import HouseTable, NumberColumn, TagColumn, TextColumn
from places.planning import CHANGED, NEW, Outcome

SHOWN = 100  # rows of each table; the error file has them all
STATUS = {NEW: "New", CHANGED: "Changed"}


class WorkTable(HouseTable):
    line = NumberColumn("Line")
    name = TextColumn("What")
    status = TagColumn("Status", tones={"New": "go", "Changed": "brand"})
    changes = TextColumn("What changes")

    class Meta:
        sequence = ("name", "line", "status", "changes")


class ProblemTable(HouseTable):
    line = NumberColumn("Line")
    name = TextColumn("What")
    problems = TextColumn("What is wrong")

    class Meta:
        sequence = ("name", "line", "problems")


def works(outcomes: list[Outcome]) -> WorkTable:
    return _made(WorkTable(map(_work, outcomes[:SHOWN])), "works", "What this file would change", len(outcomes))


def problems(outcomes: list[Outcome]) -> ProblemTable:
    return _made(ProblemTable(map(_problem, outcomes[:SHOWN])), "problems", "Rows with problems", len(outcomes))


def _made(table: Any, name: str, caption: str, count: int) -> Any:
    table.name, table.caption = name, caption
    table.caption_note = f"the first {SHOWN} of {count:,}" if count > SHOWN else f"{count}"
    return table


def _name(outcome: Outcome) -> str:
    cells = outcome.row.cells
    return cells.get("name") or cells.get("title") or "(no name)"


def _work(outcome: Outcome) -> dict[str, Any]:
    said = "; ".join(f"{name}: {old or 'nothing'} → {new or 'nothing'}" for name, old, new in outcome.changes)
    return {
        "line": outcome.row.line,
        "name": _name(outcome),
        "status": STATUS[outcome.status],
        "changes": said if outcome.status == CHANGED else "added",
    }


def _problem(outcome: Outcome) -> dict[str, Any]:
    return {"line": outcome.row.line, "name": _name(outcome), "problems": " ".join(outcome.row.problems)}
