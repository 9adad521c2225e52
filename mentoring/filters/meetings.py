"""Which days of the calendar, and for staff whose."""

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from common.filters import FromDay, HouseFilterSet, OneOf
from mentoring.filters.sessions import mentors_seen
from mentoring.models import Meeting
from places.models import Establishment, Team

SPANS = [("day", "One day"), ("week", "A week")]
DAYS = {"day": 1, "week": 7}


class OwnMeetingFilter(HouseFilterSet):
    """`on` and `span` choose the days; the view reads them with `days`."""

    on = FromDay(field_name="starts_at", label="Which day?", method="keep")
    span = ChoiceFilter(label="How much?", choices=SPANS, method="keep", empty_label=None)

    class Meta:
        model = Meeting
        fields: list[str] = []

    def keep(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset

    def days(self, today: date) -> tuple[date, int]:
        """The first day and how many. A week begins on its Monday."""
        said: dict[str, Any] = self.form.cleaned_data if self.is_valid() else {}
        day = said.get("on") or today
        many = DAYS.get(said.get("span") or "week", 7)
        return (day if many == 1 else day - timedelta(days=day.weekday())), many


class MeetingFilter(OwnMeetingFilter):
    status = ChoiceFilter(label="Planned or not", choices=Meeting.Status.choices)
    team = OneOf(label="Team", queryset=Team.objects.order_by("name"))
    mentor = OneOf(label="Mentor", queryset=mentors_seen)
    establishment = OneOf(label="Prison", queryset=Establishment.objects.order_by("name", "pk"))

    class Meta(OwnMeetingFilter.Meta):
        pass
