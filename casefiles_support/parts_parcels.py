"""Papers, as a part of the page of a journey: templates/casefiles_support/parcels/_part.html."""

from datetime import date
from typing import Any

from casefiles_support.models import Journey, Parcel
from casefiles_support.permissions.parcels import can_handle_parcels, can_see_parcels
from casefiles_support.reports.standing import place_of
from casefiles_support.rules.parcels import tell_by


def part_of(journey: Journey, user: Any, on: date) -> dict[str, Any]:
    """Each with where it is; and, for whoever supports them, what they have not been told yet and what may come."""
    found = Parcel.objects.filter(request__journey=journey).select_related("request__holder").order_by("pk")
    may = can_handle_parcels(user) and journey.person.login_id != user.pk
    return {
        "all": [{"parcel": one, "words": place_of(one), "tell_by": _tell_by(one)} for one in found],
        "requests": list(journey.requests.open().select_related("holder").order_by("pk")) if may else [],
        "may": may,
        "see": can_see_parcels(user) and journey.person.login_id != user.pk,
    }


def _tell_by(parcel: Parcel) -> date | None:
    return tell_by(parcel.arrived_on) if parcel.arrived_on and parcel.told_on is None else None
