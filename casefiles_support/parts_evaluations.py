"""What comes after an answer, as a part of a journey’s page: templates/casefiles_support/evaluations/_part.html."""

from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from casefiles_support.models import Evaluation, Journey


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """For each holder how much is covered, missing, to be put right and complained about, in one query. None of it is
    for a safeguarding lead.
    """
    if not Journey.objects.kept_by(user).filter(pk=journey.pk).exists() and journey.person.login_id != user.pk:
        return {}
    said = Evaluation.objects.filter(request=OuterRef("pk"))
    requests = journey.requests.select_related("holder").annotate(
        covered=Count("redactions", distinct=True),
        missing=Count("missing_items", distinct=True),
        to_put_right=Count("corrections", filter=Q(corrections__answered_on=None), distinct=True),
        complained=Count("complaints", distinct=True),
        looked_back=Exists(said),
    )
    return {"journey": journey, "requests": list(requests.order_by("pk"))}
