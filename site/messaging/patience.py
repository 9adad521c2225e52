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


@dataclass(frozen=True, kw_only=True)
class TextPatience:
    """The same for texts; `settings.MESSAGING["texts"]` changes any of it. Times are seconds."""

    tries: int = 3  # posts of one text whose outcome stayed unknown or refused to come; then a person decides
    timeout: float = 10  # for one answer of Twilio
    lease: float = 90  # in which a worker must have settled a text: far more than the timeout
    first_look: float = 30  # after an unknown outcome: by then a report has mostly come
    look_apart: float = 60  # between two searches of Twilio's list, which lags behind
    backoff: float = 15  # after “too many”; twice as long each time, and never two alike
    per_second: float = 10  # texts, for the whole house; 0: no limit
    threads: int = 8  # at most at once in one process, while Twilio bears it
    poll_after: float = 3600  # without a final report, we ask
    polls: int = 3  # then nobody will tell us
    stopped_for: float = 900  # when the account is at fault; twice as long each time in a row, up to a day
    keep_days: int = 7  # then numbers and values are forgotten
    day: int = 2_000  # parts a day
    month: int = 30_000  # parts a month
    person: int = 3  # texts a day
    unknown_many: int = 5  # texts of which nobody knows for so many seconds whether they went: then /health/ says so
    unknown_for: float = 1800
    blocked: int = 3  # texts a day that networks block before somebody is told


def text_patience() -> TextPatience:
    chosen: dict[str, Any] = dict(settings.MESSAGING["texts"])
    return TextPatience(**{field.name: chosen[field.name] for field in fields(TextPatience) if field.name in chosen})
