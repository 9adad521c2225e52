"""What the inbox may be narrowed by. Without a choice it shows what waits for an answer."""

from typing import Any

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from common.filters import HouseFilterSet
from pages.models import HandOver

ALL = "all"
Status = HandOver.Status


class InboxFilter(HouseFilterSet):
    status = ChoiceFilter(
        label="Show",
        choices=[
            (Status.WAITING, "Nobody has it yet"),
            ("closed", "Answered"),
            (Status.UNWANTED, "Spam"),
            (ALL, "All"),
        ],
        empty_label="What waits for an answer",
        method="by_status",
    )
    kind = ChoiceFilter(label="About", choices=HandOver.Kind.choices)

    class Meta:
        model = HandOver
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        chosen: Any = super().filter_queryset(queryset)
        return chosen if self.form.cleaned_data.get("status") else chosen.open()

    def by_status(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        if value == "closed":
            return queryset.filter(status__in=[Status.HANDED_OVER, Status.ANSWERED, Status.NOT_OURS])
        return queryset if value == ALL else queryset.filter(status=value)
