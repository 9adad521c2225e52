"""What a list of claims may be narrowed by."""

from common.filters import AnyOf, HouseFilterSet
from mentoring.models import Claim

STATUSES = [
    (Claim.Status.SUBMITTED, "Waiting for an answer"),
    (Claim.Status.SENT_BACK, "Sent back"),
    (Claim.Status.APPROVED, "Approved, waiting to be paid"),
    (Claim.Status.PAID, "Paid"),
]


class ClaimFilter(HouseFilterSet):
    status = AnyOf(field_name="status", label="How far", choices=STATUSES)

    class Meta:
        model = Claim
        fields: list[str] = []
