"""By what the directory of holders can be narrowed."""

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from casefiles_support.models import Holder
from common.filters import HouseFilterSet


class HolderFilter(HouseFilterSet):
    there = ChoiceFilter(label="Still there?", choices=[("yes", "Still there"), ("no", "Abolished")], method="by_there")

    class Meta:
        model = Holder
        fields = ["kind", "nation"]

    def by_there(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(closed_on__isnull=value == "yes")
