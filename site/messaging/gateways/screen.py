"""Shows that a text would have gone, for the demonstration. It counts as delivered.

What is printed ends up in logs, so neither the number nor the words are: they are read at /desk/screen/.
"""

import sys
from datetime import datetime
from uuid import uuid4

from messaging.gateways.texts import Listed, Taken, TextOut
from messaging.rules.numbers import masked


class ScreenGateway:
    def send(self, text: TextOut) -> Taken:
        sys.stdout.write(f"\nA text to {masked(text.to)}: it can be read at /desk/screen/\n")
        sys.stdout.flush()
        return Taken(sid=f"SM{uuid4().hex}", status="delivered")

    def find(self, *, to: str, since: datetime) -> list[Listed]:
        return []

    def fetch(self, sid: str) -> Listed:
        return Listed(sid=sid, status="delivered")

    def redact(self, sid: str) -> None:
        """Nothing is kept here."""
