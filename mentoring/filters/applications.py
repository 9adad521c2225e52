"""What the list of applications may be narrowed by."""

from common.filters import AnyOf, HouseFilterSet, OneOf
from mentoring.models import MentorApplication
from places.models import Team


class ApplicationFilter(HouseFilterSet):
    status = AnyOf(field_name="status", label="Stage", choices=MentorApplication.Status.choices)
    source = AnyOf(field_name="source", label="How it came", choices=MentorApplication.Source.choices)
    team = OneOf(label="Team", queryset=Team.objects.order_by("name"))

    class Meta:
        model = MentorApplication
        fields: list[str] = []
