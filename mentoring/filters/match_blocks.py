"""What the list of those who must be kept apart may be narrowed by."""

from common.filters import AnyOf, HouseFilterSet
from mentoring.models import MatchBlock


class MatchBlockFilter(HouseFilterSet):
    status = AnyOf(field_name="status", label="Status", choices=MatchBlock.Status.choices)

    class Meta:
        model = MatchBlock
        fields: list[str] = []
