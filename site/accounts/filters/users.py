from django.db.models import QuerySet
from django_filters import ChoiceFilter

from accounts.models import User
from accounts.roles import Role
from common.filters import HouseFilterSet
from common.text import clean


class UserFilter(HouseFilterSet):
    role = ChoiceFilter(label="Here to", choices=Role.choices, method="holding")
    is_active = ChoiceFilter(label="Login", choices=[("True", "Open"), ("False", "Closed")])

    class Meta:
        model = User
        fields = ("role", "is_active")

    def holding(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(grants__role=value, grants__ended_at=None) if value else queryset


def by_name(queryset: QuerySet, words: str) -> QuerySet:
    """Those whose name holds every word."""
    for word in clean(words, lines=False).split():
        queryset = queryset.filter(display_name__icontains=word)
    return queryset
