"""How long a list takes at 100,000 rows: run by hand, never by the tests.

    .venv/bin/python tests/benchmarks/lists.py            # SQLite
    DATABASE_URL=postgres://… .venv/bin/python tests/benchmarks/lists.py

It makes a scratch database of its own and takes it away again. `ROWS=1000` for a smaller one.
"""

import os
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
os.environ["TEST_SQLITE_PATH"] = str(Path(tempfile.mkdtemp()) / "lists.sqlite3")
os.environ["TEST_DATABASE_NAME"] = "scratch_lists"

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import AnonymousUser  # noqa: E402
from django.db import connection  # noqa: E402
from django.template.loader import render_to_string  # noqa: E402
from django.test import RequestFactory  # noqa: E402

from common import listing  # noqa: E402
from common.exports import Sheet  # noqa: E402
from common.spreadsheets import csv_pieces, excel_file  # noqa: E402
from common.tables import HouseTable, TagColumn, TextColumn  # noqa: E402
from places.models import Establishment, LocalAuthority, Nation  # noqa: E402

ROWS = int(os.environ.get("ROWS", "100000"))
TIMES = 40
KINDS, STATUSES = Establishment.Kind.values, Establishment.Status.values


class PrisonTable(HouseTable):
    name = TextColumn(order_by="name", linkify=lambda record: f"/places/{record.ref}/")
    authority = TextColumn("Council", accessor="authority__name", order_by="authority__name")
    region = TextColumn()
    kind = TextColumn()
    operator = TextColumn()
    code = TextColumn()
    status = TagColumn(tones={"open": "go", "closed": "stop"})


def fill() -> None:
    councils = LocalAuthority.objects.bulk_create(
        LocalAuthority(gss_code=f"E{n:08}", name=f"Council {n}", nation=Nation.ENGLAND) for n in range(150)
    )
    Establishment.objects.bulk_create(
        (
            Establishment(
                code=f"P{n}",
                name=f"HMP {n * 7919 % ROWS:06}",
                kind=KINDS[n % len(KINDS)],
                status=STATUSES[n % len(STATUSES)],
                authority=councils[n % 150],
                region="north_west",
                operator="HMPPS",
            )
            for n in range(ROWS)
        ),
        batch_size=2_000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def a_list(query: str) -> listing.Listing:
    request = RequestFactory().get(f"/prisons/?{query}")
    request.user = AnonymousUser()
    found = Establishment.objects.select_related("authority")
    return listing.build(request, table=PrisonTable, queryset=found, name="prisons")


def milliseconds(work: Callable[[], Any]) -> str:
    """The least of many by the clock and, in brackets, of this process's own time: a busy machine moves it less."""
    work()
    clock, ours = [], []
    for _ in range(TIMES):
        start, start_ours = time.perf_counter(), time.process_time()
        work()
        clock.append(time.perf_counter() - start)
        ours.append(time.process_time() - start_ours)
    return f"{1000 * min(clock):.1f} ms ({1000 * min(ours):.1f})"


def say(what: str, figure: str) -> None:
    sys.stdout.write(f"{what:58} {figure:>24}\n")


def draw(query: str) -> str:
    return render_to_string("components/results.html", {"listing": a_list(query)})


def pages() -> None:
    deep = Establishment.objects.order_by("name")[ROWS * 9 // 10].ref
    asked = {"the first page": "", "a page at nine tenths": f"after={deep}", "the page before it": f"before={deep}"}
    for what, query in asked.items():
        say(f"{what}: rows only", milliseconds(lambda q=query: a_list(q).page))
        say(f"{what}: with count, table and links", milliseconds(lambda q=query: draw(q)))
    council = Establishment.objects.order_by("authority__name", "pk")[ROWS // 2].ref
    elsewhere = f"sort=authority&after={council}"
    say("half way, sorted by another table's column: rows only", milliseconds(lambda: a_list(elsewhere).page))
    start = ROWS * 9 // 10
    by_name = Establishment.objects.select_related("authority").order_by("name", "pk")
    say("for comparison, OFFSET at nine tenths", milliseconds(lambda: list(by_name[start : start + 25])))
    table = a_list("").table
    say(
        "drawing 25 rows of 7 columns",
        milliseconds(lambda: render_to_string("components/table.html", {"table": table})),
    )


def files() -> None:
    found = Establishment.objects.order_by("name", "pk")
    start, start_ours = time.perf_counter(), time.process_time()
    pieces = csv_pieces(Sheet(PrisonTable, found))
    next(pieces)
    next(pieces)
    first = time.perf_counter() - start
    sent = sum(len(piece) for piece in pieces)
    taken, ours = time.perf_counter() - start, time.process_time() - start_ours
    say("CSV: the first rows after", f"{1000 * first:.0f} ms")
    say(f"CSV: {ROWS:,} rows, {sent / 1e6:.1f} MB", f"{ROWS / taken:,.0f} rows/s ({ROWS / ours:,.0f})")
    tracemalloc.start()
    for _ in csv_pieces(Sheet(PrisonTable, found)):
        pass
    say("CSV: most memory at once, in Python", f"{tracemalloc.get_traced_memory()[1] / 2**20:.1f} MiB")
    tracemalloc.stop()
    most = min(ROWS, 5_000)
    start, start_ours = time.perf_counter(), time.process_time()
    excel_file(Sheet(PrisonTable, found[:most]), title="prisons")
    say(f"Excel: {most:,} rows", f"{time.perf_counter() - start:.2f} s ({time.process_time() - start_ours:.2f})")


def main() -> None:
    settings.DEBUG = False  # which would keep every query
    # The tables alone: no migration has a say in how long a list takes.
    connection.settings_dict["TEST"]["MIGRATE"] = False
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        fill()
        say(f"{ROWS:,} rows, {connection.vendor}", "")
        pages()
        files()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


if __name__ == "__main__":
    main()
