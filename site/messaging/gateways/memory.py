"""Keeps messages in a list, for tests. Put exceptions into `faults` and they are raised, one for each try."""

from typing import ClassVar

from messaging.gateways import Outgoing, Refused


class MemoryGateway:
    sent: ClassVar[list[Outgoing]] = []
    faults: ClassVar[list[Exception]] = []

    def send(self, message: Outgoing) -> None:
        if not message.to:
            raise Refused("no-address")
        if self.faults:
            raise self.faults.pop(0)
        self.sent.append(message)

    @classmethod
    def forget(cls) -> None:
        cls.sent.clear()
        cls.faults.clear()
