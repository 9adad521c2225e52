"""What a list of duties may be narrowed by."""

from typing import Any

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from casefiles_support.models import Duty
from casefiles_support.rules.duties import KINDS
from common.filters import FromDay, HouseFilterSet, ToDay

ALL = "all"


class DutyFilter(HouseFilterSet):
    """What is still to do, unless more is asked for."""

    far = ChoiceFilter(
        label="Show",
        choices=[("done", "What is done"), ("settled", "What nobody needs any more"), (ALL, "All")],
        empty_label="What there is to do",
        method="by_far",
    )
    kind = ChoiceFilter(label="What", choices=[(slug, kind.words) for slug, kind in KINDS.items()])
    due_from = FromDay(field_name="due_on", label="By, from")
    due_to = ToDay(field_name="due_on", label="By, up to")

    class Meta:
        model = Duty
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        found: Any = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("far") else found.filter(status=Duty.Status.OPEN)

    def by_far(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset if value == ALL else queryset.filter(status=value)
