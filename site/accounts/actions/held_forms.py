"""Keeping what somebody had written when they were signed out."""

import json
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.models import HeldForm, User
from audit import actions as audit

MOST_BYTES = 200_000


@transaction.atomic
def keep(*, path: str, fields: Iterable[tuple[str, str]], by: User, at: datetime) -> HeldForm | None:
    """Keep a form for its writer; `fields` are (name, value) without secrets (accounts.holding).

    None when there is nothing to keep, or too much.
    """
    wanted = [[name, value] for name, value in fields]
    body = json.dumps(wanted, ensure_ascii=False)
    if not any(value for _, value in wanted) or len(body.encode()) > MOST_BYTES or len(path) > 500:
        return None
    held = HeldForm.objects.create(user=by, path=path, body=body, created_at=at)
    audit.record(verb="accounts.form.held", by=by, at=at, subject=held, fields=len(wanted))
    return held


@transaction.atomic
def let_go(*, ref: str, by: User, at: datetime) -> None:
    """It has been sent again, or its writer threw it away."""
    held = HeldForm.objects.visible_to(by).filter(ref=ref).first()
    if held is not None:
        audit.record(verb="accounts.form.let_go", by=by, at=at, subject=held)
        held.delete()


@transaction.atomic
def let_go_of_old(*, by: None, at: datetime) -> int:
    """After a day they go. Returns how many went."""
    gone, _ = HeldForm.objects.stale(at).delete()
    if gone:
        audit.record(verb="accounts.form.expired", by=by, at=at, forms=gone)
    return gone
