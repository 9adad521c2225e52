"""Finding people by what says nothing about any one of them."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django_filters import ChoiceFilter

from common.filters import HouseFilterSet, OneOf
from people.models import LocationEpisode, Person
from people.models.locations import WhereKind
from places.models import Establishment, Team


def _now(**where: Any) -> Exists:
    return Exists(LocationEpisode.objects.current().filter(person=OuterRef("pk"), **where))


class PersonFilter(HouseFilterSet):
    where = ChoiceFilter(label="Where they are", choices=WhereKind.choices, method="by_kind")
    prison = OneOf(label="Prison", queryset=Establishment.objects.order_by("name"), method="by_prison")
    team = OneOf(label="Team", queryset=Team.objects.order_by("name"))

    class Meta:
        model = Person
        fields: list[str] = []

    def by_kind(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(_now(kind=value))

    def by_prison(self, queryset: QuerySet, name: str, value: Establishment) -> QuerySet:
        return queryset.filter(_now(establishment=value))
