"""What a list of matches may be narrowed by."""

from common.filters import AnyOf, HouseFilterSet, OneOf
from mentoring.filters.sessions import mentors_seen
from mentoring.models import Match


class MatchFilter(HouseFilterSet):
    status = AnyOf(field_name="status", label="Status", choices=Match.Status.choices)
    mentor = OneOf(label="Mentor", queryset=mentors_seen)

    class Meta:
        model = Match
        fields: list[str] = []
