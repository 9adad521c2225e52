"""Runs the races when the suite itself runs on SQLite; RACES_DATABASE_URL says where."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
URL = os.environ.get("RACES_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/postgres")
REQUIRED = "postgres" in os.environ.get("HOUSE_REQUIRE", "").split(",")


def why_not() -> str:
    """Why the races cannot run, or nothing."""
    try:
        psycopg.connect(URL, connect_timeout=3).close()
    except psycopg.OperationalError as refused:
        return f"no PostgreSQL answers at RACES_DATABASE_URL: {str(refused).splitlines()[0]}"
    return ""


def test_the_races_hold_on_postgresql():
    if missing := why_not():
        if REQUIRED:
            pytest.fail(missing)
        pytest.skip(missing)

    env = os.environ | {"DATABASE_URL": URL, "TEST_DATABASE_NAME": os.environ.get("TEST_DATABASE_NAME", "test_races")}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", str(HERE), "-q", "-p", "no:cacheprovider"],
        env=env,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout + run.stderr
