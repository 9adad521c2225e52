"""The demonstration as the README's command makes it, in a process and a database of its own."""

import json
import os
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings

pytestmark = pytest.mark.once  # its database is always SQLite
CAST = {"rosa", "sam", "alex", "dee", "priya", "max", "marion", "nadia"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite3"
    return path, [run("demo", "--no-serve", "--database", str(path)) for _ in range(2)]


def run(*command: str, **environment: str) -> subprocess.CompletedProcess:
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, settings.ROOT / "manage.py", *command],
        env=clean | environment, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip


def count(path, sql: str) -> int:
    with sqlite3.connect(path) as database:
        return database.execute(f"SELECT count(*) FROM {sql}").fetchone()[0]


def test_it_is_rich_enough_to_judge_by(made):
    path, (first, _) = made

    assert first.returncode == 0, first.stderr
    assert count(path, "people_person") == 178
    assert count(path, "mentoring_mentor") == 51
    assert count(path, "(SELECT DISTINCT status FROM mentoring_mentorapplication)") == 12
    assert count(path, "(SELECT DISTINCT status FROM mentoring_mentor)") == 6
    assert count(path, "mentoring_session") > 600
    assert count(path, "people_concern") >= 5
    assert (
        count(path, "(SELECT DISTINCT establishment_id FROM people_locationepisode WHERE establishment_id > 0)") == 12
    )


def test_its_desks_have_a_few_things_to_do_and_nothing_that_was_left_for_months(made):
    soon = "mentoring_clearance WHERE status = 'granted' AND valid_until <= date('now', '+60 days')"
    open_ = "mentoring_task WHERE status = 'open'"

    assert 1 <= count(made[0], soon) <= 10
    assert 3 <= count(made[0], f"{open_} AND kind = 'review_due'") <= 15
    assert count(made[0], f"{open_} AND due_on < date('now', '-60 days')") == 0


def test_a_draft_waits_at_each_step_of_its_review(made):
    waits = "wagtailcore_taskstate s JOIN {} t ON t.task_ptr_id = s.task_id WHERE s.status = 'in_progress'"

    assert count(made[0], waits.format("pages_livedexperiencereview")) == 1
    assert count(made[0], waits.format("pages_publisherapproval")) == 1


def test_its_pages_of_texts_are_not_empty(made):
    path, _ = made

    assert count(path, "messaging_text WHERE status = 'delivered'") == 2
    assert count(path, "messaging_text WHERE status = 'held'") == 1
    assert count(path, "messaging_text WHERE status = 'refused' AND reason = 'custody'") == 1
    assert count(path, "messaging_inboundtext") == 2
    assert count(path, "mentoring_meetinganswer WHERE says = 'yes'") == 1
    assert count(path, "messaging_number WHERE paused_why = 'who'") == 1


def test_a_second_run_does_no_harm(made):
    path, (_, second) = made

    assert second.returncode == 0, second.stderr
    assert "was here already" in second.stdout
    assert count(path, "people_person") == 178


def test_its_trail_is_whole(made):
    assert "The trail is whole" in run("verify_audit", SQLITE_PATH=str(made[0])).stdout


def test_the_cast_have_sessions_that_open_doors(made):
    cast = json.loads(run("cast", "--json", SQLITE_PATH=str(made[0])).stdout)

    assert set(cast) >= CAST
    assert all(member["session"] and member["cookie"] for member in cast.values())


def test_the_cast_is_refused_where_there_may_be_real_people(made):
    production = {
        "DEBUG": "off",
        "SECRET_KEY": "s" * 50,
        "FIELD_KEYS": "a:" + "A" * 43 + "=",
        "BLIND_INDEX_KEY": "b" * 40,
        "AUDIT_KEY": "c" * 40,
        "ALLOWED_HOSTS": "alongside.example",
        "PUBLIC_BASE_URL": "https://alongside.example",
    }
    refused = run("cast", "--json", **production, DATABASE_URL="postgres://nobody@127.0.0.1:1/none")

    assert refused.returncode == 1
    assert "refused when DEBUG is off" in refused.stderr
