"""What upper floors want to hear of: a text that does not go, a reply, an alarm. They declare it; this floor calls.

instead("mentoring.slip", make_a_slip)    act(text, at): in the transaction in which the text is refused
on_reply("mentoring.session", confirm)    act(inbound, at): once for each text that comes in
on_alarm("desk.alarm", tell)              act(code, words, at): once for each time that sending stops
whose_number("people", find)              find(number): who has a number, for a text that answers none of ours
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from messaging.models import InboundText, Text
from messaging.pointers import Pointer

log = logging.getLogger(__name__)
Instead = Callable[[Text, datetime], None]
OnReply = Callable[[InboundText, datetime], None]
OnAlarm = Callable[[str, str, datetime], None]
Find = Callable[[str], Pointer | None]
Act = TypeVar("Act", bound=Callable[..., Any])

_instead: dict[str, Instead] = {}
_on_reply: dict[str, OnReply] = {}
_on_alarm: dict[str, OnAlarm] = {}
_whose: dict[str, Find] = {}


def instead(name: str, act: Instead) -> None:
    """Call `act` with each text that becomes held, refused, expired, failed or undelivered, in the same transaction.

    `text.status`, `text.reason` (a code) and `text.why` (a sentence) say what happened. It may be called again for the
    same text (held, let go, held again), so it must do its work once for each `text.ref`.
    """
    _declare(_instead, name, act)


def on_reply(name: str, act: OnReply) -> None:
    """Call `act` with each text that comes in, in a transaction of its own, after Twilio has had its answer.

    `inbound.meaning` is one of rules.replies.Meaning; `inbound.text_ref` is the text that it most likely answers. It
    may be called again when another listener failed.
    """
    _declare(_on_reply, name, act)


def on_alarm(name: str, act: OnAlarm) -> None:
    _declare(_on_alarm, name, act)


def whose_number(name: str, find: Find) -> None:
    """Ask `find(number)` whose a number is, `+447700900123`. It answers nobody unless exactly one has it."""
    _declare(_whose, name, find)


def _declare(registry: dict[str, Any], name: str, act: Act) -> None:
    if registry.get(name, act) != act:
        raise ValueError(f"two listeners are called {name}")
    registry[name] = act


def make_something_else(text: Text, at: datetime) -> None:
    for act in _instead.values():
        act(text, at)


def tell_of_reply(inbound: InboundText, at: datetime) -> None:
    for act in _on_reply.values():
        act(inbound, at)


def find_whose(number: str) -> Pointer | None:
    """The one who has a number; nobody where nobody has it, or more than one."""
    found = [who for find in _whose.values() if (who := find(number))]
    return found[0] if len(found) == 1 else None


def alarm(code: str, words: str, at: datetime) -> None:
    """Say it in the log, and to whoever listens. `words` holds no name and no number."""
    log.error("Sending texts needs somebody to look", extra={"status": code})
    for act in _on_alarm.values():
        act(code, words, at)
