"""A list asks the database as often for ten rows as for ten thousand, and never more than query_counts.json says."""

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.house.survey import forbid
from tests.matrix.doors import CAST, DOORS

pytestmark = [pytest.mark.django_db, pytest.mark.once]
PINNED = json.loads((Path(__file__).parent / "query_counts.json").read_text())
MOST = 12
TURNS = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")  # they take a turn and ask nothing
LISTS = ("index", "listing", "mine", "home")


def test_every_list_is_pinned():
    lists = {door.name for door in DOORS if door.name.endswith(LISTS) and not door.public}

    forbid(lists - set(PINNED), "pin it in tests/matrix/query_counts.json")
    forbid(set(PINNED) - {door.name for door in DOORS}, "no door has this name: take its pin away")
    forbid([f"{name} {role}" for name, pins in PINNED.items() for role, n in pins.items() if n > MOST],
           f"no page may ask more than {MOST} times")  # fmt: skip


def test_the_number_of_queries_does_not_grow_with_the_rows(everybody, crowd, request):
    pages = [(d.name, role, d.url(request)) for d in DOORS for role in PINNED.get(d.name, {}) if role in CAST]
    crowd(range(4))
    few = [count(everybody[role], url) for _, role, url in pages]
    crowd(range(4, 30))
    many = [count(everybody[role], url) for _, role, url in pages]

    wrong = [
        f"{name} {role}: {a} with few rows, {b} with many, pinned {PINNED[name][role]}"
        for (name, role, _), a, b in zip(pages, few, many, strict=True)
        if b > a or b != PINNED[name][role]
    ]
    forbid(wrong, "the number of queries grows with the rows, or is not the one in query_counts.json")


def count(client, url):
    client.get(url)  # what is fetched once for each process is fetched here
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return sum(not query["sql"].startswith(TURNS) for query in asked)
