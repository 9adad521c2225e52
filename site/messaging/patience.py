"""How often a message is tried, and how long it is kept. `settings.MESSAGING` changes any of it."""

from dataclasses import dataclass, fields
from typing import Any

from django.conf import settings


@dataclass(frozen=True, kw_only=True)
class Patience:
    tries: int = 6
    lease: float = 120  # seconds in which a worker must have spoken
    backoff: float = 60  # seconds before the second try; twice as long before each that follows
    keep_days: int = 7  # then addresses and texts are forgotten


def patience() -> Patience:
    chosen: dict[str, Any] = settings.MESSAGING
    return Patience(**{field.name: chosen[field.name] for field in fields(Patience) if field.name in chosen})
