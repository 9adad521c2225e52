"""What the list of those who are due supervision may be narrowed by."""

from common.filters import HouseFilterSet, OneOf
from mentoring.models import Mentor
from places.models import Team


class DueFilter(HouseFilterSet):
    team = OneOf(label="Team", queryset=Team.objects.order_by("name"))

    class Meta:
        model = Mentor
        fields: list[str] = []
