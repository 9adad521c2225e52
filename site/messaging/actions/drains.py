"""Emptying the outbox of texts: several threads, each claiming and sending, as many as Twilio bears."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connections

from messaging.actions import claims, senders, sweeps
from messaging.actions.sending import send
from messaging.clock import Clock, database_now
from messaging.gateways.texts import TextGateway, text_gateway
from messaging.patience import text_patience

log = logging.getLogger(__name__)
AT_FIRST = 2  # texts at once, until the first was taken: when the account is at fault, few find out
A_MOMENT = 0.05
WENT_WELL = 10  # with the first text that is taken, and with every tenth after it, one more may go at once


@dataclass
class Drain:
    """One emptying of the outbox, shared by its threads. `pause(seconds)` waits; tests give one that does not."""

    clock: Clock
    gateway: TextGateway
    until: float
    pause: Callable[[float], None]
    batch: int = 2
    taken: int = 0
    empty: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def run(self, number: int = 0) -> None:
        """Claim and send until nothing is left or the time is over."""
        while time.monotonic() < self.until and not self.empty:
            if number >= AT_FIRST + self.taken:
                self.pause(A_MOMENT)
                continue
            claim = claims.claim(most=self.batch, at=self.clock())
            for claimed in claim.claimed:
                self.send_one(claimed)
            if claim.busy:
                self.pause(A_MOMENT)
            elif not claim.claimed:
                self.empty = True

    def send_one(self, claimed: claims.Claimed) -> None:
        wait = (claimed.goes_at - self.clock()).total_seconds()
        if wait > 0:
            self.pause(wait)
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
        finally:
            connections.close_all()


def drain(
    *,
    clock: Clock = database_now,
    seconds: float = 120,
    pause: Callable[[float], None] = time.sleep,
    threads: int | None = None,
) -> int:
    """Send what is due, for so many seconds at most; answers how many were taken. No way out: nothing happens."""
    gateway = text_gateway()
    if gateway is None:
        return 0
    sweeps.take_back_leases(at=clock())
    many = text_patience().threads if threads is None else threads
    work = Drain(clock=clock, gateway=gateway, until=time.monotonic() + seconds, pause=pause)
    if many == 1:
        work.run()
        return work.taken
    crowd = [threading.Thread(target=work.run_in_thread, args=(number,), daemon=True) for number in range(many)]
    for thread in crowd:
        thread.start()
    for thread in crowd:
        thread.join()
    return work.taken
