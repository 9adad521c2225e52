"""What a list of sessions may be narrowed by: nothing that says anything about a person."""

from typing import Any

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from common.filters import AnyOf, FromDay, HouseFilterSet, OneOf, ToDay
from mentoring.models import Cause, Mentor, Session, Setting
from places.models import Establishment

OUTCOMES = [("yes", "It happened"), ("no", "It did not happen")]


def mentors_seen(request: Any) -> QuerySet:
    return Mentor.objects.visible_to(request.user).select_related("person").order_by("person__search_name", "pk")


class OwnSessionFilter(HouseFilterSet):
    happened = ChoiceFilter(label="Did it happen?", choices=OUTCOMES, method="by_outcome")
    since = FromDay(field_name="started_at", label="From")
    until = ToDay(field_name="started_at", label="To")

    class Meta:
        model = Session
        fields: list[str] = []

    def by_outcome(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(happened=value == "yes")


class SessionFilter(OwnSessionFilter):
    setting = AnyOf(field_name="setting", label="Where", choices=Setting.choices)
    cause = ChoiceFilter(label="Why it did not happen", choices=Cause.choices)
    establishment = OneOf(label="Prison", queryset=Establishment.objects.order_by("name", "pk"))
    mentor = OneOf(label="Mentor", queryset=mentors_seen)

    class Meta(OwnSessionFilter.Meta):
        pass
