import pytest

from tests.worker.processes import own_database, run, transactional_db

__all__ = ["own_database", "quick", "run", "transactional_db"]


@pytest.fixture
def quick(settings):
    settings.WORKER = {"backoff": 100, "time_limit": 30, "tries": 3, "dead_after": 30}
    return settings.WORKER
