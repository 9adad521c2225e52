"""The ways out of the house. All keep one promise, and tests/messaging/test_gateways.py holds each to it."""

from dataclasses import dataclass, field
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Outgoing:
    """What a gateway is given. `ref` stays the same over every try, so that the other side can tell a repeat."""

    ref: str
    to: str = field(repr=False)
    subject: str = field(repr=False)
    text: str = field(repr=False)


class Refused(Exception):
    """The other side will never take this message. The reason is a short code, never an address or a text."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Gateway(Protocol):
    def send(self, message: Outgoing) -> None:
        """Hand the message over. Raises Refused when trying again is of no use, anything else when it may be."""


def gateway_for(channel: str) -> Gateway:
    """The gateway that `settings.MESSAGING["gateways"]` names for a channel; an unknown channel raises KeyError."""
    named: dict[str, str] = dict(settings.MESSAGING["gateways"])
    return import_string(named[channel])()
