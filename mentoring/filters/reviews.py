"""What a list of reviews may be narrowed by."""

from common.filters import FromDay, HouseFilterSet, OneOf, ToDay
from mentoring.filters.sessions import mentors_seen
from mentoring.models import Review


class ReviewFilter(HouseFilterSet):
    mentor = OneOf(field_name="match__mentor", label="Mentor", queryset=mentors_seen)
    due_from = FromDay(field_name="due_on", label="Due from")
    due_to = ToDay(field_name="due_on", label="Due up to")

    class Meta:
        model = Review
        fields: list[str] = []
