"""What is owed, in the order in which it matters, and the page on which each is done."""

from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.urls import reverse

from casefiles_support.models import Duty
from casefiles_support.rules.duties import URGENT

RANK = Case(
    *(When(kind=kind, then=Value(rank)) for rank, kind in enumerate(URGENT)),
    default=Value(len(URGENT)),
    output_field=IntegerField(),
)
# The page that asks for what a duty wants: of what the duty is about,
ABOUT = {
    "tell_it_is_here": "parcels-tell",
    "review_keeping": "parcels-review",
    "lost": "parcels-detail",
    "follow_up": "follow_ups-record",
    "debrief": "debriefs-settle",
    "safety_hold_told": "safety_holds-tell",
    "answer_the_question": "letters-of-request",
    "confirm_receipt": "letters-of-request",
    "extension_not_valid": "letters-of-request",
    "format_again": "requests-page",
    "tell_holder_withdrawn": "requests-page",
    "regulator_soon": "complaints-of_request",
    "check_address": "letters-detail",
    "tell_it_will_go": "erasures-tell",
}
# or of the journey.
WHOSE: dict[str, tuple[str, ...]] = {
    "name_practitioner": ("supporters-name", "practitioner"),
    "keep_in_touch": ("checkpoints-record", "C5"),
    "pack_again": ("packs-print",),
    "hand_over": ("supporters-index",),
    "tell_they_stepped_in": ("supporters-index",),
    "supporter_runs_out": ("supporters-index",),
    "ask_for_pages": ("evaluations-of_journey",),
    "acknowledge_due": ("evaluations-of_journey",),
}


def by_urgency(user: Any) -> QuerySet[Duty]:
    """Those that this user may see, each with its `rank`."""
    return Duty.objects.visible_to(user).annotate(rank=RANK).select_related("journey__person")


def where_done(duty: Duty) -> str:
    """The address for whoever keeps the journey; empty where no page asks for it."""
    if duty.kind == "ask_again":
        return reverse("casefiles_support:offers-make", args=[duty.journey.person.ref])
    if duty.kind in ABOUT and duty.about_ref:
        return reverse(f"casefiles_support:{ABOUT[duty.kind]}", args=[duty.about_ref])
    if duty.kind in WHOSE:
        name, *more = WHOSE[duty.kind]
        return reverse(f"casefiles_support:{name}", args=[duty.journey.ref, *more])
    return ""
