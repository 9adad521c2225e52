"""Hearing that a tool is used, and deciding whether to say so."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.transitions import move
from pages.models.adoptions import Adoption
from pages.models.tool_versions import ToolVersion
from pages.rules.adoptions import OVER, STEPS

MOST_A_DAY = 60  # more than that is a machine
VERBS = {
    "confirm": "pages.adoption.confirmed",
    "decline": "pages.adoption.declined",
    "withdraw": "pages.adoption.withdrawn",
}


@transaction.atomic
def tell(*, key: str, version: ToolVersion, by: None, at: datetime, **said: Any) -> Adoption | None:
    """Somebody says that they use it. The same form sent twice is one record; None when the day has had enough."""
    if standing := Adoption.objects.filter(ref=key).first():
        return standing
    if Adoption.objects.filter(told_at__gt=at - timedelta(days=1)).count() >= MOST_A_DAY:
        return None
    try:
        with transaction.atomic():
            told = Adoption.objects.create(ref=key, version=version, told_at=at, **said)
    except IntegrityError:
        return Adoption.objects.get(ref=key)
    audit.record(verb="pages.adoption.told", by=by, at=at, subject=told, tool=version.tool, number=version.number)
    return told


@transaction.atomic
def decide(*, adoption: Adoption, step: str, by: Any, at: datetime) -> None:
    """Raises NotAllowed where it has moved on."""
    frm, to, _ = STEPS[step]
    gone: dict[str, Any] = {"email": ""} if to in OVER else {}
    move(adoption, to=to, frm=frm, decided_at=at, decided_by=by, **gone)
    audit.record(verb=VERBS[step], by=by, at=at, subject=adoption)


@transaction.atomic
def opened(*, ref: str, by: Any, at: datetime) -> Adoption:
    """One of them with the address to answer to; that somebody looked is kept. Raises Adoption.DoesNotExist."""
    found = Adoption.objects.with_newest().get(ref=ref)
    audit.looked(verb="pages.adoption.opened", by=by, at=at, subject=found)
    return found
