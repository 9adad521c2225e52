"""Paying what was approved, through the bank, each claim once."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, move
from mentoring.actions import tasks
from mentoring.models import Batch, Claim
from mentoring.telling import is_held, tell_mentor


@transaction.atomic
def make(*, by: Any, at: datetime) -> Batch:
    """Put everything that is approved into one batch. A claim that another batch took is not taken again.

    Somebody who has come into custody since is left out, and their team is asked to look: nothing is paid in custody.
    """
    batch = Batch.objects.create(made_at=at, made_by=by)
    taken = [claim for claim in _payable(by, at) if _take(claim, batch)]
    if not taken:
        raise NotAllowed("There is nothing to pay at the moment.")
    total = sum((claim.total for claim in taken), Decimal("0.00"))
    Batch.objects.filter(pk=batch.pk).update(total=total, count=len(taken))
    batch.refresh_from_db()
    audit.record(verb="mentoring.batch.made", by=by, at=at, subject=batch, count=batch.count, total=str(total))
    return batch


@transaction.atomic
def pay(*, batch: Batch, by: Any, at: datetime) -> Batch:
    """The bank has paid it. Each mentor is told."""
    move(batch, to=Batch.Status.PAID, frm={Batch.Status.MADE}, paid_at=at, paid_by=by)
    for claim in batch.claims.select_related("mentor__person__login").order_by("pk"):
        move(claim, to=Claim.Status.PAID, frm={Claim.Status.APPROVED}, paid_at=at)
        tell_mentor(claim.mentor, about=claim, what="claim.paid", by=by, at=at)
    audit.record(verb="mentoring.batch.paid", by=by, at=at, subject=batch, count=batch.count, total=str(batch.total))
    return batch


def _payable(by: Any, at: datetime) -> list[Claim]:
    found = Claim.objects.to_pay().select_related("mentor__person", "mentor__team", "team").order_by("pk")
    free = []
    for claim in found:
        if is_held(claim.mentor):
            tasks.raise_task(
                key=f"claim_in_custody:{claim.ref}", kind="claim_in_custody", team=claim.team, mentor=claim.mentor,
                due_on=local_day(at), by=by, at=at,
            )  # fmt: skip
        else:
            free.append(claim)
    return free


def _take(claim: Claim, batch: Batch) -> bool:
    """One statement, so that of several batches only one gets it."""
    return bool(Claim.objects.to_pay().filter(pk=claim.pk).update(batch=batch))
