"""What a list of advocacy may be narrowed by."""

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from common.filters import FromDay, HouseFilterSet, ToDay
from mentoring.models import AdvocacyIssue
from mentoring.models.advocacy import HOOK_CHOICES
from mentoring.rules.advocacy import STILL_WAITING


class AdvocacyFilter(HouseFilterSet):
    far = ChoiceFilter(
        label="How far",
        choices=[("waiting", "Waiting for an answer"), *AdvocacyIssue.Status.choices],
        method="by_far",
    )
    hook = ChoiceFilter(label="Ground", choices=HOOK_CHOICES)
    due_from = FromDay(field_name="answer_by", label="Look by, from")
    due_to = ToDay(field_name="answer_by", label="Look by, up to")

    class Meta:
        model = AdvocacyIssue
        fields: list[str] = []

    def by_far(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(status__in=STILL_WAITING if value == "waiting" else [value])
