"""Tells the floors above that somebody has moved, in the transaction of the move: what they do happens with it or not
at all.

A floor above declares a function; this floor knows nothing of what it does. Each is called once the new stay stands.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from people.models import LocationEpisode

# (was, now, by, at): the stay that ended, None for the first, and the one that began. A refusal undoes the move.
OnMove = Callable[[LocationEpisode | None, LocationEpisode, Any, datetime], None]

_declared: dict[str, OnMove] = {}


def declare(name: str, act: OnMove) -> None:
    """Declare once; declaring the same name again replaces it, so that a reload does no harm."""
    _declared[name] = act


def tell(*, was: LocationEpisode | None, now: LocationEpisode, by: Any, at: datetime) -> None:
    for act in _declared.values():
        act(was, now, by, at)
