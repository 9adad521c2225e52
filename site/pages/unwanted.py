"""Keeping machines out of the public forms without asking anybody outside and without a puzzle: a box that nobody
sees, a signed time, and a count. Nobody is turned away for being slow, and what they typed is never lost.
"""

import ipaddress
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from time import monotonic, sleep

from allauth.account.adapter import get_adapter
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, QueryDict
from django.utils.crypto import salted_hmac

SALT = "pages.unwanted"
QUICKEST, OLDEST = timedelta(seconds=3), timedelta(days=1)
AN_HOUR = 3600
MOST_AN_HOUR = 30  # from one neighbourhood of the network: a whole prison, council or library may share it

ONCE_MORE = "Please press the button once more. Nothing that you typed is lost."
TRAP = "Something was filled in that people cannot see here. We have emptied it. Please press the button once more."
TOO_MANY = "Many forms have come from where you are. Try again in an hour, or use one of the other ways below."


def stamp(at: datetime) -> str:
    """When the page was made, signed."""
    return signing.dumps(at.timestamp(), salt=SALT)


def sift(data: QueryDict, *, at: datetime) -> tuple[QueryDict, list[str]]:
    """What was sent, ready to be shown again, and what to say before it is taken: nothing for almost everybody."""
    said, sentences = data.copy(), []
    if data.get("website"):
        said["website"] = ""
        sentences.append(TRAP)
    age = _age(data.get("opened", ""), at=at)
    if age is None or not QUICKEST <= age <= OLDEST:
        # The next press counts at once: whoever waits for the page again has been patient enough.
        said["opened"] = stamp(at - QUICKEST)
        sentences.append(ONCE_MORE)
    return said, sentences[:1]


def _age(opened: str, *, at: datetime) -> timedelta | None:
    try:
        return timedelta(seconds=at.timestamp() - float(signing.loads(opened, salt=SALT)))
    except (signing.BadSignature, TypeError, ValueError, OverflowError):
        return None


def may_send(request: HttpRequest, *, at: datetime) -> bool:
    """Counts one. No address is kept: a keyed fingerprint of its neighbourhood stays in the cache for an hour."""
    hour = int(at.timestamp()) // AN_HOUR
    near = salted_hmac(SALT, f"{_near(request)}|{hour}", algorithm="sha256").hexdigest()[:24]
    key = f"unwanted:{near}"
    count = (cache.get(key) or 0) + 1  # two at once may count as one: it is a rough measure, and meant to be
    cache.set(key, count, AN_HOUR)
    return count <= MOST_AN_HOUR


@contextmanager
def no_sooner_than(seconds: float) -> Iterator[None]:
    """What is done within takes as long whether it found something or not, for whoever tries one code after another."""
    begun = monotonic()
    yield
    sleep(max(0.0, begun + seconds - monotonic()))


def _near(request: HttpRequest) -> str:
    """The neighbourhood of the address that asks: 256 of the old kind, or one site of the new."""
    address = ipaddress.ip_address(get_adapter().get_client_ip(request).split("%")[0])
    return str(ipaddress.ip_network((address, 24 if address.version == 4 else 48), strict=False))
