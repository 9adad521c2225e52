"""What the list of yeses may be narrowed by. Without a choice it shows those that stand."""

from typing import Any

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from common.filters import HouseFilterSet
from pages.models import StoryConsent

ALL, SOON = "all", "soon"
Status = StoryConsent.Status


class StoryConsentFilter(HouseFilterSet):
    status = ChoiceFilter(
        label="Show",
        choices=[
            (SOON, "To ask again within two months"),
            (Status.EXPIRED, "Run out"),
            (Status.TAKEN_BACK, "Taken back"),
            (ALL, "All"),
        ],
        empty_label="Those that stand",
        method="by_status",
    )

    class Meta:
        model = StoryConsent
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        chosen: Any = super().filter_queryset(queryset)
        return chosen if self.form.cleaned_data.get("status") else chosen.standing()

    def by_status(self, queryset: Any, name: str, value: str) -> Any:
        if value == SOON:
            return queryset.filter(is_soon=True)
        return queryset if value == ALL else queryset.filter(status=value)
