"""Files from another system, brought in. Everyone here is made up."""

from datetime import datetime
from typing import Any

from mentoring.actions import imports
from mentoring.models.imports import Import
from mentoring.reading import read
from tests.conftest import NOW

PEOPLE = "key,preferred_name,team\nP-1,Ada,Yorkshire\nP-2,Bea,Yorkshire\n"
MENTORS = "key,preferred_name,team,joined_on\nM-1,Di,Yorkshire,2024-01-02\n"
MATCHES = (
    "key,person_key,mentor_key,status,started_on,ended_on,reason\n"
    "W-1,P-1,M-1,ended,2025-02-01,2025-12-19,They moved on\nW-2,P-2,M-1,going,2026-03-02,,\n"
)
SESSIONS = (
    "key,match_key,started_at,minutes,setting,medium,happened,cause,topics,notes\n"
    "S-1,W-1,2025-07-10 14:30,50,community,in_person,yes,,housing|money,We looked at flats\n"
    "S-2,W-1,2025-07-17 14:30,,custody,in_person,no,prison_security,,The gate was shut\n"
)


def checked(kind: str, text: str, *, by: Any, at: datetime = NOW, source: str = "Old system") -> Import:
    rows = read(text.encode(), kind)
    return imports.check(kind=kind, source=source, rows=rows, reason="We leave it behind", by=by, at=at)


def brought_in(kind: str, text: str, *, by: Any, at: datetime = NOW, source: str = "Old system") -> Import:
    """As the worker does it: every row that will do."""
    brought = checked(kind, text, by=by, at=at, source=source)
    imports.start(brought=brought, by=by, at=at)
    for row in brought.read_rows():
        if not row["problems"]:
            imports.bring(brought=brought, row=row, by=by, at=at)
    return imports.finish(
        brought=brought, refused=[row for row in brought.read_rows() if row["problems"]], by=by, at=at
    )
