"""Away now, soon or before."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Now, TruncDate
from django_filters import ChoiceFilter

from common.dates import LONDON
from common.filters import HouseFilterSet
from mentoring.models import Leave

WHEN = [("now", "Away now"), ("soon", "Away later"), ("over", "Back already")]


class LeaveFilter(HouseFilterSet):
    when = ChoiceFilter(label="When?", choices=WHEN, method="by_time")

    class Meta:
        model = Leave
        fields: list[str] = []

    def by_time(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        today: Any = TruncDate(Now(), tzinfo=LONDON)
        chosen = {
            "now": {"first_day__lte": today, "last_day__gte": today},
            "soon": {"first_day__gt": today},
            "over": {"last_day__lt": today},
        }
        return queryset.filter(**chosen[value])
