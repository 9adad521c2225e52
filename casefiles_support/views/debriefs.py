"""A talk for whoever sat beside somebody."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from casefiles_support import loading_parcels as loading
from casefiles_support.actions import debriefs
from casefiles_support.asking import ask
from casefiles_support.forms.debriefs import SettleForm
from casefiles_support.permissions.sittings import can_plan_sittings
from common.access import allow
from common.dates import local_day


@allow(can_plan_sittings)
def settle(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    debrief = loading.debrief(ref=ref, by=request.user, at=now)
    lede = f"For {debrief.supporter.login or debrief.supporter.mentor}. Nothing of what was read is written down."
    page = {"heading": "A talk about how it was", "button": "Write it down", "lede": lede}
    back = reverse("casefiles_support:sittings-detail", args=[debrief.sitting.ref])
    form = SettleForm(request.POST or None, initial={"on": local_day(now)})
    return ask(request, form, debriefs.settle, at=now, back=back, page=page, debrief=debrief)
