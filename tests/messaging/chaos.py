"""Workers that are killed at random while three answers of ten are lost or lie: for a race and for a benchmark.

A worker is a fork of this process, so that it costs no more than one that was started long ago. It is ended with
SIGKILL, wherever it stands: after a claim, before a post, between an answer and its commit.
"""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from django.db import connections

from messaging.actions import drains, evidence, receipts, sweeps
from messaging.clock import Clock
from messaging.gateways.texts import text_gateway
from messaging.models import Text

# What happens to a post, and to how many of all.
FAULTS = {
    "accept_reset": 0.06, "accept_500": 0.05, "reset_before": 0.04, "server_error": 0.04, "accept_hang": 0.03,
    "accept_truncated": 0.03, "accept_garbage": 0.03, "accept_close": 0.03, "rate_limited": 0.02,
}  # fmt: skip
GOING = ("due", "claimed", "sending", "unknown")


def faults() -> list[dict[str, Any]]:
    """As the stand-in wants them: the first that matches wins, so each share is of what those before it left over."""
    rules, left = [], 1.0
    for fault, share in FAULTS.items():
        rules.append({"fault": fault, "probability": share / left})
        left -= share
    return rules


def work(clock: Clock) -> None:
    """What a worker does, until it is killed."""
    parent = os.getppid()
    while os.getppid() == parent:  # else nobody is left to kill us
        drains.drain(clock=clock, seconds=5)
        sweeps.take_back_leases(at=clock())
        receipts.settle_all(at=clock())
        if (gateway := text_gateway()) is not None:
            evidence.look_into_unknown(clock=clock, gateway=gateway, most=50)
        time.sleep(0.2)


class Crew:
    """So many workers. `chance` says who is killed, and when."""

    def __init__(self, many: int, act: Callable[[], None], chance: Random) -> None:
        text_gateway()  # loads for seconds: once, and not in every fork
        self.act, self.chance, self.killed = act, chance, 0
        self.workers = [self._start() for _ in range(many)]

    def _start(self) -> int:
        connections.close_all()  # a child must not speak on our line
        if number := os.fork():
            return number
        try:
            self.act()
        finally:
            os._exit(1)

    def _kill(self, number: int) -> None:
        os.kill(number, signal.SIGKILL)
        os.waitpid(number, 0)

    def replace_one(self) -> None:
        victim = self.chance.randrange(len(self.workers))
        self._kill(self.workers[victim])
        self.killed += 1
        self.workers[victim] = self._start()

    def run(self, *, pauses: tuple[float, float], kills: int, seconds: float) -> bool:
        """Kill one after each pause until all is over or so many were killed; answers whether it ended in its time."""
        end = time.monotonic() + seconds
        try:
            while (going := Text.objects.filter(status__in=GOING).exists()) and time.monotonic() < end:
                time.sleep(self.chance.uniform(*pauses))
                if self.killed < kills:
                    self.replace_one()
        finally:
            for worker in self.workers:
                self._kill(worker)
        return not going


@dataclass(frozen=True)
class Count:
    """`doubled`: numbers that got more than one text. `lost`: the other side has it and we do not know, or the other
    way round, or we hold or wait with a text that went.
    """

    went: int
    held: int
    doubled: int
    lost: int


def count(control: Any, *, most: int) -> Count:
    """Number by number, and name by name, what the other side has and what we know of."""
    theirs: dict[str, list[str]] = {}
    for message in control.messages(limit=most * 2)["messages"]:
        theirs.setdefault(message["to"], []).append(message["sid"])
    ours = {text.number: text for text in Text.objects.all()}
    differ = [number for number, text in ours.items() if ([text.sid] if text.sid else []) != theirs.get(number, [])]
    doubled = sum(1 for sids in theirs.values() if len(sids) > 1)
    strange = sum(1 for number in theirs if number not in ours)
    held = sum(1 for text in ours.values() if text.status == Text.Status.HELD)
    return Count(went=len(theirs), held=held, doubled=doubled, lost=len(differ) - doubled + strange)
