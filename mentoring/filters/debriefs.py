"""What a list of talks may be narrowed by."""

from common.filters import AnyOf, HouseFilterSet
from mentoring.models import Debrief


class DebriefFilter(HouseFilterSet):
    status = AnyOf(field_name="status", label="How far", choices=Debrief.Status.choices)

    class Meta:
        model = Debrief
        fields: list[str] = []
