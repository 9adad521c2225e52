"""Money: what waits for an answer, what waits to be paid, and the file for the bank."""

import csv
import io
from decimal import Decimal
from typing import Any

from django.db.models import Count, Sum

from common.exports import safe
from mentoring.models import Batch, Claim

HEADINGS = ("Payee", "Reference", "Amount in pounds")


def waiting(*, user: Any) -> tuple[int, Decimal]:
    """For a desk: how many claims wait for this user's answer, and what they come to."""
    found = Claim.objects.to_decide(user).filter(status=Claim.Status.SUBMITTED)
    total = found.aggregate(count=Count("pk"), total=Sum("total"))
    return total["count"], total["total"] or Decimal("0.00")


def to_pay() -> tuple[int, Decimal]:
    total = Claim.objects.to_pay().aggregate(count=Count("pk"), total=Sum("total"))
    return total["count"], total["total"] or Decimal("0.00")


def for_the_bank(batch: Batch) -> str:
    """A CSV file: one row for each claim, and the total. No account numbers: the bank knows its payees, we do not."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADINGS)
    for claim in batch.claims.select_related("mentor__person").order_by("pk"):
        person = claim.mentor.person
        name = f"{person.preferred_name} {person.family_name}".strip()
        writer.writerow([safe(name), claim.ref.upper(), f"{claim.total:.2f}"])
    writer.writerow(["Total", f"{batch.count} payments", f"{batch.total:.2f}"])
    return file.getvalue()
