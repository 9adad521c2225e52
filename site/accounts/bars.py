"""Reasons why somebody may not have a login at all. This floor knows none: floors above declare theirs.

A bar is a function of the user that answers None, or a sentence that says why. It is asked whenever somebody signs in,
accepts an invitation or has a closed login opened again, never on every request: whoever learns of a new reason also
closes the login (`accounts.actions.users.close_login`).
"""

from collections.abc import Callable
from typing import Any

Bar = Callable[[Any], str | None]

_bars: dict[str, Bar] = {}


def declare(name: str, bar: Bar) -> None:
    """Declare a bar once; declaring the same name again replaces it, so that a reload does no harm."""
    _bars[name] = bar


def why_not(user: Any) -> list[str]:
    """Every reason why this user may not sign in; empty when there is none."""
    answers = (bar(user) for bar in _bars.values())
    return [answer for answer in answers if answer]
