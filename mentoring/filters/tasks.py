"""What a list of tasks may be narrowed by. Without a choice it shows what there is to do."""

from typing import Any

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from common.filters import HouseFilterSet, ToDay
from mentoring.models import Task
from mentoring.rules.tasks import KINDS

ALL = "all"


class TaskFilter(HouseFilterSet):
    status = ChoiceFilter(
        label="Show",
        choices=[("done", "What is done"), ("settled", "What nobody needs any more"), (ALL, "All")],
        empty_label="What there is to do",
        method="by_status",
    )
    kind = ChoiceFilter(label="What it asks", choices=tuple(KINDS.items()))
    due = ToDay(field_name="due_on", label="Due by")

    class Meta:
        model = Task
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        chosen: Any = super().filter_queryset(queryset)
        return chosen if self.form.cleaned_data.get("status") else chosen.open()

    def by_status(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset if value == ALL else queryset.filter(status=value)
