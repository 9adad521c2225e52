"""Keeping machines out of a public form, without asking anybody outside: a trap, a clock and a count."""

from datetime import datetime

from allauth.core.internal import ratelimit
from django.core import signing
from django.http import HttpRequest

SALT = "mentoring.interest"
# Nobody reads and fills in the page in less.
QUICKEST = 3.0
ONCE_MORE = "Please press the button once more."
# A whole prison, council or library shares one address.
AT_ONE_ADDRESS = "30/h/ip"
TOO_MANY = "Many people are telling us at once from where you are. Try again in an hour, or ring us."


def stamp(at: datetime) -> str:
    """When the page was drawn, signed."""
    return signing.dumps(at.timestamp(), salt=SALT)


def seconds_since(opened: str, *, at: datetime) -> float | None:
    """How long the page was open; None for a stamp that is not ours."""
    try:
        return at.timestamp() - float(signing.loads(opened, salt=SALT))
    except (signing.BadSignature, TypeError, ValueError):
        return None


def may_tell(request: HttpRequest) -> bool:
    config = {"interest": AT_ONE_ADDRESS}
    return ratelimit.consume(request, app="mentoring", action="interest", config=config, limit_get=True) is not None
