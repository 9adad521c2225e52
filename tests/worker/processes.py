"""A database of one's own, and processes that really run: for tests in which several of them commit."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def transactional_db() -> None:
    """Only the name counts: by it pytest-django sees that there must be a test database. It isolates nothing here."""


@pytest.fixture
def own_database(transactional_db, django_db_setup, django_db_blocker, tmp_path) -> Iterator[str]:
    """A copy of the test database, which this test and its processes share. Nothing in it needs to be cleaned up
    afterwards, and the audit trail could not be.
    """
    with django_db_blocker.unblock():
        connection.close()
        original = connection.settings_dict["NAME"]
        with copied(str(original), tmp_path) as name:
            connection.settings_dict["NAME"] = name
            try:
                yield name
            finally:
                connection.close()
                connection.settings_dict["NAME"] = original


@contextmanager
def copied(original: str, folder: Path) -> Iterator[str]:
    if connection.vendor == "sqlite":
        for end in ("", "-wal", "-shm"):
            if Path(original + end).exists():
                shutil.copy(original + end, folder / f"own.sqlite3{end}")
        yield str(folder / "own.sqlite3")
        return
    name = f"own_{uuid4().hex[:12]}"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE {name} TEMPLATE "{original}"')
    try:
        yield name
    finally:
        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def start(*command: str, **env: str) -> subprocess.Popen:
    """A process of the house, in a group of its own, on the test's database and with a quick heart."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "manage.py"), *command],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.worker.quick_settings",
            "OWN_DATABASE": str(connection.settings_dict["NAME"]),
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}",
            **env,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


@pytest.fixture
def run(own_database) -> Iterator[Callable[..., subprocess.Popen]]:
    """`run("work")` starts `manage.py work`; whatever still runs at the end is killed."""
    started: list[subprocess.Popen] = []

    def run_one(*command: str, **env: str) -> subprocess.Popen:
        started.append(start(*command, **env))
        return started[-1]

    yield run_one
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def wait_until(true: Callable[[], object], *, seconds: float = 90, why: str = "") -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, why or f"not within {seconds} seconds"
        time.sleep(0.05)
