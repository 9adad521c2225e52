"""Asking somebody else for what one holder does not have: what was wished for there, and only that which is missing."""

from typing import Any

from casefiles_support.models import AccessRequest, Journey, MissingItem

Kind, Scope = MissingItem.Kind, AccessRequest.Scope
# Of a request, what asks for each by name.
NAMED = {
    Kind.PHOTOGRAPHS: "wants_photographs",
    Kind.LETTERS: "wants_letters",
    Kind.LIFE_STORY: "wants_life_story",
}


def wish_for(journey: Journey, ref: str, *, by: Any) -> dict[str, Any]:
    """First answers for the form of a new request, from the missing item of that ref in this journey; {} where there is
    none. Whom to ask is not known; what a governor allowed was for the papers of another.
    """
    if not ref:
        return {}
    kept = Journey.objects.kept_by(by).filter(pk=journey.pk).values("pk")
    item = MissingItem.objects.filter(request__journey__in=kept, ref=ref).select_related("request").first()
    if item is None:
        return {}
    first, memory = item.request, item.kind in NAMED
    return {
        "scope": Scope.MEMORIES if memory else Scope.EVERYTHING,
        **{field: not memory or kind == item.kind for kind, field in NAMED.items()},
        "years_from": item.years_from or first.years_from,
        "years_to": item.years_to or first.years_to,
        "format": first.format,
        "deliver_to": first.deliver_to,
    }
