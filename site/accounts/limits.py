"""How often a sign-in may fail.

A whole prison or council shares one address, so an address alone may fail often. An account may fail little from one
address, and more, but still not without end, from all of them together. So that nobody elsewhere can shut a named
person out, a browser in which somebody has signed in before is remembered by a signed cookie and has a budget of its
own, which others cannot spend.

Everything is counted in the shared cache, by what was typed: a name that nobody has is counted like any other.
"""

from typing import Any

from allauth.core.internal import ratelimit
from allauth.core.internal.ratelimit import RateLimitUsage
from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

SALT = "accounts.known_browser"
COOKIE_AGE = 180 * 24 * 3600
MOST_PEOPLE = 12  # who share one browser

AT_ONE_ADDRESS = "5/5m/key"
ANYWHERE = "50/15m/key"
KNOWN_BROWSER = "10/5m/key"
ONE_ADDRESS = "200/m/ip"
CODES_AT_ONE_ADDRESS = "60/m/ip"
CERTIFICATES = "60/m/ip"
PACKS = "20/m/ip"
TOO_MANY_CODES = "Too many tries. Wait a minute, then try again."


def cookie_name() -> str:
    return "__Host-known" if settings.SESSION_COOKIE_SECURE else "known"


def take(request: HttpRequest, login: str, address: str) -> RateLimitUsage | None:
    """Count one attempt; None when it is one too many. Roll the usage back after an attempt that was right."""
    login = " ".join(login.split()).casefold()
    if knows(request, login):
        budgets = [("known", KNOWN_BROWSER, f"{login}|{request.COOKIES[cookie_name()]}")]
    else:
        budgets = [("one", AT_ONE_ADDRESS, f"{login}|{address}"), ("any", ANYWHERE, login)]
    spent: list[Any] = []
    for name, rate, key in [*budgets, ("address", ONE_ADDRESS, "")]:
        usage = ratelimit.consume(request, app="accounts", action=name, config={name: rate}, key=key, limit_get=True)
        if usage is None:
            return None
        spent += usage.usage
    return RateLimitUsage(usage=spent)


def may_try_code(request: HttpRequest) -> bool:
    """Invitation codes are too long to guess; this keeps it so for whoever has many machines."""
    config = {"code": CODES_AT_ONE_ADDRESS}
    return ratelimit.consume(request, app="accounts", action="code", config=config, limit_get=True) is not None


def may_verify(request: HttpRequest) -> bool:
    """Codes of certificates are too long to guess; this keeps it so, and lets one employer check a whole team."""
    config = {"verify": CERTIFICATES}
    return ratelimit.consume(request, app="accounts", action="verify", config=config, limit_get=True) is not None


def may_print(request: HttpRequest) -> bool:
    """A document takes a moment of one processor: enough for everybody in one building, too few to keep it busy."""
    return ratelimit.consume(request, app="accounts", action="print", config={"print": PACKS}) is not None


def knows(request: HttpRequest, login: str) -> bool:
    return _mark(login) in _known(request)


def remember(request: HttpRequest, response: HttpResponse, *logins: str) -> None:
    """Remember that somebody signs in with this browser: by keyed fingerprints of what they type, never by name."""
    marks = [_mark(login) for login in logins if login]
    known = [*marks, *(mark for mark in _known(request) if mark not in marks)][:MOST_PEOPLE]
    response.set_cookie(
        cookie_name(),
        signing.dumps(known, salt=SALT),
        max_age=COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _known(request: HttpRequest) -> list[str]:
    try:
        known = signing.loads(request.COOKIES.get(cookie_name(), ""), salt=SALT, max_age=COOKIE_AGE)
    except signing.BadSignature:
        return []
    return known if isinstance(known, list) else []


def _mark(login: str) -> str:
    return salted_hmac(SALT, " ".join(login.split()).casefold(), algorithm="sha256").hexdigest()[:24]
