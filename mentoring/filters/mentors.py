"""What a list of mentors may be narrowed by."""

from common.filters import AnyOf, HouseFilterSet, OneOf
from mentoring.models import Mentor
from places.models import Team


class MentorFilter(HouseFilterSet):
    status = AnyOf(field_name="status", label="Status", choices=Mentor.Status.choices)
    team = OneOf(label="Team", queryset=Team.objects.order_by("name"))

    class Meta:
        model = Mentor
        fields: list[str] = []
