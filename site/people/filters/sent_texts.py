"""Finding texts by how far they have come and the day they were written."""

from django.db.models import QuerySet
from django_filters import ChoiceFilter

from common.filters import FromDay, HouseFilterSet, ToDay
from messaging.models import Text

S = Text.Status
# Each status stands in one group, and each group is a choice.
GROUPS: dict[str, tuple[str, frozenset[str]]] = {
    "waiting": ("Waiting", frozenset({S.DUE, S.HELD})),
    "on-its-way": ("On its way", frozenset({S.CLAIMED, S.SENDING, S.UNKNOWN, S.ACCEPTED, S.SENT})),
    "delivered": ("Delivered", frozenset({S.DELIVERED})),
    "no-word": ("Sent, but nobody told us that it came", frozenset({S.NO_RECEIPT})),
    "not-gone": ("Did not go", frozenset({S.REFUSED, S.EXPIRED, S.FAILED, S.UNDELIVERED})),
    "taken-back": ("Taken back or replaced", frozenset({S.CANCELLED, S.SUPERSEDED})),
}


class SentTextFilter(HouseFilterSet):
    far = ChoiceFilter(label="How far", choices=[(key, words) for key, (words, _) in GROUPS.items()], method="by_far")
    written_from = FromDay(label="Written from", field_name="created_at")
    written_to = ToDay(label="Written up to", field_name="created_at")

    class Meta:
        model = Text
        fields: list[str] = []

    def by_far(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(status__in=GROUPS[value][1])
