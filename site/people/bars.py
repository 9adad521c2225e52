"""Why somebody may not hold a login: they are in custody now."""

from typing import Any

from accounts import bars
from people.models import LocationEpisode

SENTENCE = "Somebody who is in prison now cannot have a login. Paper sheets are there for them instead."


def in_custody(user: Any) -> str | None:
    held = LocationEpisode.objects.current().in_custody().filter(person__login=user)
    return SENTENCE if held.exists() else None


def declare() -> None:
    bars.declare("people.in_custody", in_custody)
