"""The way out for texts, and what it must be able to say: was it taken, and if nobody knows, is it there?"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from messaging.rules.answers import Outcome


@dataclass(frozen=True, slots=True)
class TextOut:
    """`ref` comes back in every report; `seconds` is how long the network may go on trying."""

    ref: str
    to: str = field(repr=False)
    body: str = field(repr=False)
    seconds: int


@dataclass(frozen=True, slots=True)
class Taken:
    """The other side has it under the name `sid`. `status` is its word for how far it is."""

    sid: str
    status: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A text as the other side has it. `body` is empty once it was redacted."""

    sid: str
    status: str
    error_code: int | None = None
    body: str = field(default="", repr=False)


class NotTaken(Exception):
    """It was not taken, or nobody knows. Never with what was said or to whom."""

    def __init__(self, outcome: Outcome, code: int | None = None, *, wait: float = 0, kind: str = "") -> None:
        self.outcome, self.code, self.wait, self.kind = outcome, code, wait, kind
        super().__init__(f"{outcome} {code or kind}")


class TextGateway(Protocol):
    def send(self, text: TextOut) -> Taken:
        """Hand it over. Raises NotTaken; anything else that it raises counts as unknown."""

    def find(self, *, to: str, since: datetime) -> list[Listed]:
        """What went to a number since then. Raises when it cannot be asked: that is no evidence."""

    def fetch(self, sid: str) -> Listed:
        """How a text stands."""

    def redact(self, sid: str) -> None:
        """Empty its words at the other side."""


def text_gateway() -> TextGateway | None:
    """What `settings.MESSAGING["texts"]["gateway"]` names. None: there is no way out, and texts wait until too late."""
    named = str(settings.MESSAGING["texts"].get("gateway", ""))
    return import_string(named)() if named else None
