"""How long it takes to bring in 10,000 sessions from another system: run by hand, never by the tests.

    .venv/bin/python tests/benchmarks/imports.py          # SQLite
    DATABASE_URL=postgres://… .venv/bin/python tests/benchmarks/imports.py

It makes a scratch database of its own and takes it away again. `ROWS=1000` for fewer.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
os.environ["TEST_SQLITE_PATH"] = str(Path(tempfile.mkdtemp()) / "imports.sqlite3")
os.environ["TEST_DATABASE_NAME"] = "scratch_imports"

import django  # noqa: E402

django.setup()

from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from accounts.models import User  # noqa: E402
from mentoring.actions import imports  # noqa: E402
from mentoring.models import Session  # noqa: E402
from mentoring.models.imports import Import  # noqa: E402
from mentoring.reading import MOST_ROWS, read  # noqa: E402
from places.models import Team  # noqa: E402

ROWS = int(os.environ.get("ROWS", "10000"))
PEOPLE = 200
HEAD = "key,match_key,started_at,minutes,setting,medium,happened,topics,notes"


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def brought(kind: str, text: str, by: Any) -> Import:
    """Read, checked and brought in as mentoring.tasks.apply_import does; says how long each took."""
    begun = time.perf_counter()
    rows = read(text.encode(), kind)
    found = imports.check(kind=kind, source="Old", rows=rows, reason="Benchmark", by=by, at=timezone.now())
    imports.start(brought=found, by=by, at=timezone.now())
    asked = time.perf_counter()
    for row in found.read_rows():
        imports.bring(brought=found, row=row, by=by, at=timezone.now())
    imports.finish(brought=found, refused=[], by=by, at=timezone.now())
    done = time.perf_counter()
    say(f"{kind}: {len(rows):,} rows checked in {asked - begun:.2f} s, in after {done - asked:.2f} s more")
    return found


def people(by: Any) -> None:
    numbers = range(PEOPLE)
    each = [f"{n},Ada,Yorkshire" for n in numbers]
    brought("people", "\n".join(["key,preferred_name,team", *each]), by)
    each = [f"{n},Di,Yorkshire,2020-01-02" for n in numbers]
    brought("mentors", "\n".join(["key,preferred_name,team,joined_on", *each]), by)
    each = [f"{n},{n},{n},ended,2020-02-01,2025-12-19" for n in numbers]
    brought("matches", "\n".join(["key,person_key,mentor_key,status,started_on,ended_on", *each]), by)


def session(number: int) -> str:
    day = f"202{1 + number % 5}-{1 + number % 11:02}-{1 + number % 28:02}"
    return f"{number},{number % PEOPLE},{day} 14:30,50,community,in_person,yes,housing|money,We looked at flats"


def measure() -> None:
    by = User.objects.create_user(username="benchmark", password="a long and lovely password")
    Team.objects.create(name="Yorkshire")
    people(by)
    files, begun = [], time.perf_counter()
    for first in range(0, ROWS, MOST_ROWS):
        lines = [HEAD, *map(session, range(first, min(first + MOST_ROWS, ROWS)))]
        files.append(brought("sessions", "\n".join(lines), by))
    took = time.perf_counter() - begun
    assert Session.objects.count() == ROWS
    say(f"{connection.vendor}: {ROWS:,} sessions in {took:.1f} s, {ROWS / took:.0f} a second")
    begun = time.perf_counter()
    imports.undo(brought=files[0], reason="Benchmark", by=by, at=timezone.now())
    say(f"{files[0].made:,} of them taken back in {time.perf_counter() - begun:.2f} s")


if __name__ == "__main__":
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        measure()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
