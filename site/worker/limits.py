"""How long a task may take and how often it is tried."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any, NoReturn, TypeVar

from worker.pace import pace

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, kw_only=True)
class Limits:
    seconds: float
    tries: int


class Interrupted(BaseException):
    """Comes over a task from outside. Not an Exception, so that a task that catches everything does not catch this."""


class TookTooLong(Interrupted):
    """The task ran past its time limit."""


class MustStop(Interrupted):
    """The worker was asked to stop, and the task did not end within the grace."""


def limited(*, seconds: float | None = None, tries: int | None = None) -> Callable[[Function], Function]:
    """Give a task its own limits. Stands under `@task()`, next to the function:

    @task(queue_name="slow")
    @limited(seconds=1800, tries=1)
    def make_renditions(ref): ...
    """

    def decorate(function: Function) -> Function:
        function.own_limits = {"seconds": seconds, "tries": tries}  # type: ignore[attr-defined]
        return function

    return decorate


def limits_of(task: Any) -> Limits:
    """The limits of a task, its own or else the house's."""
    own = getattr(task.func, "own_limits", {})
    return Limits(seconds=own.get("seconds") or pace().time_limit, tries=own.get("tries") or pace().tries)


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in the main thread when the block takes longer than `seconds`."""
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def shorten_alarm(seconds: float) -> None:
    """The worker must stop: what is left of the task in hand is `seconds` at most, and then it is handed back."""
    left, _ = signal.getitimer(signal.ITIMER_REAL)
    if left > seconds:
        signal.signal(signal.SIGALRM, _stop)
        signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))  # nought would disarm it


def _ring(number: int, frame: FrameType | None) -> NoReturn:
    raise TookTooLong


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise MustStop
