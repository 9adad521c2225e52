"""What is owed, in the order in which it matters."""

from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When

from casefiles_support.models import Duty
from casefiles_support.rules.duties import URGENT

RANK = Case(
    *(When(kind=kind, then=Value(rank)) for rank, kind in enumerate(URGENT)),
    default=Value(len(URGENT)),
    output_field=IntegerField(),
)


def by_urgency(user: Any) -> QuerySet[Duty]:
    """Those that this user may see, each with its `rank`."""
    return Duty.objects.visible_to(user).annotate(rank=RANK).select_related("journey__person")
