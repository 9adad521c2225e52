"""Races are only real on PostgreSQL, where several connections write at once; SQLite lets one writer in at a time.

With PostgreSQL as the database the races are collected like every other test. With SQLite, test_on_postgresql.py alone
is collected in their place: it runs them in a pytest of their own against PostgreSQL, so that one command runs all.
"""

from pathlib import Path

import pytest
from django.test import TransactionTestCase

from tests.browser.restoring import Snapshot
from tests.races.running import ON_POSTGRESQL

HERE = Path(__file__).parent
RUNNER = "test_on_postgresql.py"
collect_ignore = [RUNNER] if ON_POSTGRESQL else [path.name for path in HERE.glob("test_*.py") if path.name != RUNNER]


if ON_POSTGRESQL:

    @pytest.fixture(scope="session")
    def snapshot(django_db_setup, django_db_blocker):
        """The database as the migrations left it."""
        with django_db_blocker.unblock():
            return Snapshot.take()

    @pytest.fixture(scope="session", autouse=True)
    def put_back(snapshot):
        """For the whole session: pytest-django clears up after a fixture of one test would have been undone."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: snapshot.put_back())
            yield

    @pytest.fixture(autouse=True)
    def _everything_commits(request, put_back):
        """Threads see only what is committed. Django then empties every table: put back what the migrations left."""
        marker = request.node.get_closest_marker("django_db")
        assert marker and marker.kwargs.get("transaction"), "mark it with pytest.mark.django_db(transaction=True)"

else:

    @pytest.fixture(autouse=True)
    def _only_on_postgresql(request):
        """A race named by hand on SQLite would empty the kept test database, and prove nothing."""
        if request.path.name != RUNNER:
            pytest.skip("races need PostgreSQL: set DATABASE_URL")
