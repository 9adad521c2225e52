"""Emptying the outbox of texts: several threads, each claiming and sending, as many as Twilio bears."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connections

from messaging.actions import claims, receipts, senders, sweeps
from messaging.actions.sending import send
from messaging.clock import Clock, Steady, database_now
from messaging.gateways.texts import TextGateway, text_gateway
from messaging.patience import text_patience

log = logging.getLogger(__name__)
AT_FIRST = 2  # texts at once, until the first was taken: when the account is at fault, few find out
AT_A_TIME = 4  # texts of one claim
A_MOMENT = 0.05
WENT_WELL = 10  # with the first text that is taken, and with every tenth after it, one more may go at once


@dataclass
class Drain:
    """One emptying of the outbox, shared by its threads. `pause(seconds)` waits; tests give one that does not."""

    clock: Clock
    gateway: TextGateway
    until: float
    pause: Callable[[float], None]
    threads: int = 1
    batch: int = 1
    taken: int = 0
    over: bool = False  # nothing is left, or a thread broke: the others would wait for a first text that never goes
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, number: int = 0) -> None:
        """Claim and send until nothing is left or the time is over."""
        while time.monotonic() < self.until and not self.over:
            if number >= AT_FIRST + self.taken:
                self.pause(A_MOMENT)
                continue
            at = self.clock()
            claim = claims.claim(most=self.batch, at=at, among=self.threads)
            for claimed in claim.claimed:
                if claimed.goes_at > at:
                    self.wait_for(claimed.goes_at)
                self.send_one(claimed)
            if claim.busy:
                self.pause(A_MOMENT)
            elif not claim.claimed:
                self.over = True

    def wait_for(self, moment: datetime) -> None:
        wait = (moment - self.clock()).total_seconds()
        if wait > 0:
            self.pause(wait)

    def send_one(self, claimed: claims.Claimed) -> None:
        taken = send(claimed.text, clock=self.clock, gateway=self.gateway)
        if not taken:
            return
        with self.lock:
            self.taken += 1
            many = self.taken
        if many == 1:
            senders.start_sending(at=self.clock())
        if many % WENT_WELL == 1:
            senders.speed_up()

    def run_in_thread(self, number: int) -> None:
        try:
            self.run(number)
        except Exception:
            log.exception("A thread that sends texts gave up")
            self.over = True
        finally:
            connections.close_all()


def drain(
    *,
    clock: Clock | None = None,
    seconds: float = 120,
    pause: Callable[[float], None] = time.sleep,
    threads: int | None = None,
) -> int:
    """Send what is due, for so many seconds at most; answers how many were taken. No way out: nothing happens."""
    gateway = text_gateway()
    if gateway is None:
        return 0
    clock = clock or Steady(database_now)
    sweeps.take_back_leases(at=clock())
    many = text_patience().threads if threads is None else threads
    # With a limit each takes one place at a time: who holds several and is held up would crowd a later second.
    batch = 1 if text_patience().per_second else AT_A_TIME
    until = time.monotonic() + seconds
    work = Drain(clock=clock, gateway=gateway, until=until, pause=pause, threads=many, batch=batch)
    if many == 1:
        work.run()
    else:
        _side_by_side(work)
    if work.taken:
        receipts.settle_all(at=clock())  # those that were faster than the answers
    return work.taken


def _side_by_side(work: Drain) -> None:
    crowd = [threading.Thread(target=work.run_in_thread, args=(n,), daemon=True) for n in range(work.threads)]
    for thread in crowd:
        thread.start()
    for thread in crowd:
        thread.join()
