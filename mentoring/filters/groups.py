"""What a list of groups may be narrowed by."""

from typing import Any

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from common.filters import HouseFilterSet, OneOf
from mentoring.models import Group
from places.models import Establishment

STANDING = [("open", "Meeting"), ("closed", "Ended")]


class GroupFilter(HouseFilterSet):
    standing = ChoiceFilter(label="Meeting or ended", choices=STANDING, method="by_standing")
    establishment = OneOf(label="Prison", queryset=Establishment.objects.order_by("name", "pk"))

    class Meta:
        model = Group
        fields: list[str] = []

    def by_standing(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        return queryset.filter(closed_on__isnull=value == "open")
