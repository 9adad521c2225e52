"""Finding concerns by how far they have come, how urgent they are and when they were raised."""

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from common.filters import FromDay, HouseFilterSet, ToDay
from people.models import Concern
from people.models.concerns import OPEN, ConcernSetting, ConcernStatus, HowUrgent


class ConcernFilter(HouseFilterSet):
    far = ChoiceFilter(
        label="How far", choices=[("open", "All that are open"), *ConcernStatus.choices], method="by_far"
    )
    urgency = ChoiceFilter(label="How urgent", choices=HowUrgent.choices)
    setting = ChoiceFilter(label="Where", choices=ConcernSetting.choices)
    raised_from = FromDay(label="Raised from", field_name="raised_at")
    raised_to = ToDay(label="Raised up to", field_name="raised_at")

    class Meta:
        model = Concern
        fields: list[str] = []

    def by_far(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(status__in=OPEN if value == "open" else [value])
