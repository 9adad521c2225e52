"""Shows texts on the screen, for the demonstration. They count as delivered."""

import sys
from datetime import datetime
from uuid import uuid4

from messaging.gateways.texts import Listed, Taken, TextOut


class ScreenGateway:
    def send(self, text: TextOut) -> Taken:
        sys.stdout.write(f"\nText to: {text.to}\n{text.body}\n")
        sys.stdout.flush()
        return Taken(sid=f"SM{uuid4().hex}", status="delivered")

    def find(self, *, to: str, since: datetime) -> list[Listed]:
        return []

    def fetch(self, sid: str) -> Listed:
        return Listed(sid=sid, status="delivered")

    def redact(self, sid: str) -> None:
        """Nothing is kept here."""
