"""Texts in a list, for tests: what was taken, and faults to be met one by one.

An exception in `faults` is raised instead of taking the text; a pair (True, exception) takes it first, as a network
does that loses the answer on its way back.
"""

from datetime import datetime
from typing import ClassVar

from messaging.gateways.texts import Listed, Taken, TextOut


class TextMemory:
    taken: ClassVar[dict[str, TextOut]] = {}
    statuses: ClassVar[dict[str, tuple[str, int | None]]] = {}
    faults: ClassVar[list[Exception | tuple[bool, Exception] | None]] = []
    asked: ClassVar[list[str]] = []
    redacted: ClassVar[list[str]] = []
    hidden: ClassVar[bool] = False  # the list lags behind

    def send(self, text: TextOut) -> Taken:
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, Exception):
            raise fault
        sid = f"SM{len(self.taken):032}"
        self.taken[sid] = text
        if isinstance(fault, tuple):
            raise fault[1]
        return Taken(sid, "queued")

    def find(self, *, to: str, since: datetime) -> list[Listed]:
        self.asked.append(to)
        if self.hidden:
            return []
        return [Listed(sid, "queued", None, text.body) for sid, text in reversed(self.taken.items()) if text.to == to]

    def fetch(self, sid: str) -> Listed:
        self.asked.append(sid)
        return Listed(sid, *self.statuses.get(sid, ("sent", None)))

    def redact(self, sid: str) -> None:
        self.redacted.append(sid)

    @classmethod
    def forget(cls) -> None:
        for kept in (cls.taken, cls.statuses, cls.faults, cls.asked, cls.redacted):
            kept.clear()
        cls.hidden = False
