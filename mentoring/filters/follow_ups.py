"""What a list of follow-ups may be narrowed by."""

from common.filters import AnyOf, FromDay, HouseFilterSet, ToDay
from mentoring.models import FollowUp


class FollowUpFilter(HouseFilterSet):
    status = AnyOf(field_name="status", label="How it stands", choices=FollowUp.Status.choices)
    due_from = FromDay(field_name="due_on", label="Due from")
    due_to = ToDay(field_name="due_on", label="Due up to")

    class Meta:
        model = FollowUp
        fields: list[str] = []
