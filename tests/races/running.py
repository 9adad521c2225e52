"""Start several people at the same moment, and see what each of them got."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.conf import settings
from django.db import connections

ON_POSTGRESQL = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


def race(runners: int, act: Callable[[int], Any]) -> list[Any]:
    """Call `act(0)`, `act(1)`, … at once, each with its own connection; answers what each returned or raised."""
    gate = Barrier(runners)

    def run(number: int) -> Any:
        try:
            gate.wait(timeout=10)
            return act(number)
        except Exception as problem:
            return problem
        finally:
            connections.close_all()

    with ThreadPoolExecutor(runners) as pool:
        return list(pool.map(run, range(runners)))
