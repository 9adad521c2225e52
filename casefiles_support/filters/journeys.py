"""By what the list of those whom one is there for can be narrowed."""

from typing import Any

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from casefiles_support.models import Journey
from common.filters import HouseFilterSet

ALL = "all"


class JourneyFilter(HouseFilterSet):
    """Those that are open, unless more is asked for."""

    far = ChoiceFilter(
        label="Show",
        choices=[("closed", "What is closed"), (ALL, "All")],
        empty_label="What is open",
        method="by_far",
    )

    class Meta:
        model = Journey
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        found: Any = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("far") else found.exclude(status=Journey.Status.CLOSED)

    def by_far(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset if value == ALL else queryset.filter(status=value)
