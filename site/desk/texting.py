"""Whether texts go, and what they cost: for the desk of programme managers, and a word to them when sending stops."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import transaction

from accounts.models import User
from accounts.roles import Role
from common.dates import local_day
from messaging.actions import outbox
from messaging.addresses import email
from messaging.models import Sender, Spend
from messaging.patience import text_patience
from messaging.rules.caps import Scope
from messaging.wording import SOMETHING_WAITS

# What Twilio's codes mean for whoever has to mend it.
CODES = {
    20003: "The account’s name or its secret word is wrong, or the account is closed.",
    21408: "The account may not send to this country.",
    21606: "The number that we send from cannot send texts.",
    21701: "The messaging service is not there.",
    30002: "The account is suspended.",
    63038: "The account has sent as much today as it may.",
}
UNKNOWN = "The phone service gave a reason that we do not know."


@dataclass(frozen=True, slots=True)
class Spent:
    """Parts (segments) so far, the cap, and about how many pounds that is."""

    words: str
    parts: int
    cap: int
    pounds: Decimal


@dataclass(frozen=True, slots=True)
class Texting:
    stopped: Sender | None
    why: str
    spent: list[Spent]


def for_user(user: Any, *, now: datetime) -> Texting | None:
    """For programme managers; two questions to the database."""
    if not user.has_role(Role.PROGRAMME_MANAGER):
        return None
    stopped = Sender.objects.filter(stopped_at__isnull=False).first()
    why = f"{CODES.get(stopped.stopped_code or 0, UNKNOWN)} (code {stopped.stopped_code})" if stopped else ""
    return Texting(stopped=stopped, why=why, spent=_spent(now))


def _spent(now: datetime) -> list[Spent]:
    today, caps = local_day(now), text_patience()
    keys = {Scope.DAY: f"{today}", Scope.MONTH: f"{today:%Y-%m}"}
    rows = Spend.objects.filter(scope__in=keys, key__in=keys.values())
    parts = {Scope(row.scope): row.amount for row in rows}
    price = Decimal(settings.TEXT_SEGMENT_PRICE)
    said = ((Scope.DAY, "texts today", caps.day), (Scope.MONTH, "texts this month", caps.month))
    return [Spent(words, parts.get(scope, 0), cap, price * parts.get(scope, 0)) for scope, words, cap in said]


@transaction.atomic
def tell(code: str, words: str, at: datetime) -> None:
    """Sending has stopped, or networks block us: an email to each programme manager, that something waits."""
    managers = User.objects.filter(is_active=True, grants__role=Role.PROGRAMME_MANAGER, grants__ended_at=None).exclude(
        email=""
    )
    for user in managers.distinct().order_by("pk"):
        outbox.promise(
            to=email(user.email), about=None, key=f"desk.texts:{code}:{at:%Y%m%dT%H%M%S}:{user.ref}",
            template=SOMETHING_WAITS, context={"link": f"{settings.PUBLIC_BASE_URL}/desk/"}, by=None, at=at,
        )  # fmt: skip
