"""Asking how somebody is after they have read."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from casefiles_support import loading_parcels as loading
from casefiles_support.actions import follow_ups
from casefiles_support.asking import ask
from casefiles_support.forms.follow_ups import RecordForm
from casefiles_support.models import FollowUp
from casefiles_support.permissions.sittings import can_plan_sittings
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm


def _back(follow_up: FollowUp) -> str:
    if follow_up.sitting is None:
        return reverse("casefiles_support:parcels-of_journey", args=[follow_up.journey.ref])
    return reverse("casefiles_support:sittings-detail", args=[follow_up.sitting.ref])


@allow(can_plan_sittings)
def record(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    follow_up = loading.follow_up(ref=ref, by=request.user, at=now)
    lede = "In prison the first time is face to face: you, or somebody on site for us."
    page = {"heading": "How are they?", "button": "Write it down", "lede": lede}
    form = RecordForm(request.POST or None, initial={"on": local_day(now)})
    return ask(request, form, follow_ups.record, at=now, back=_back(follow_up), page=page, follow_up=follow_up)


@allow(can_plan_sittings)
def decline(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    follow_up = loading.follow_up(ref=ref, by=request.user, at=now)
    lede = "Only if they say so. The other times stay as they are."
    page = {"heading": "They do not want to be asked this time", "button": "They do not want it", "lede": lede}
    form = HouseForm(request.POST if request.method == "POST" else None)
    return ask(request, form, follow_ups.decline, at=now, back=_back(follow_up), page=page, follow_up=follow_up)
