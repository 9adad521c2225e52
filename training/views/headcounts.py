"""How many are in post: the number that coverage is measured against."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from common.access import allow
from common.dates import local_day
from training.actions import headcounts
from training.forms.headcounts import HeadcountForm
from training.leading import act, prison, prisons
from training.permissions.learners import can_lead_learning


@allow(can_lead_learning)
def enter(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    first = {"establishment": prison(request), "counted_on": local_day(now)}
    form = HeadcountForm(request.POST or None, prisons=prisons(request.user), initial=first)
    page = {
        "title": "How many are in post?", "button": "Save the numbers",
        "lede": "Leave a box empty where you do not know. Earlier numbers are kept with their days.",
    }  # fmt: skip
    return act(request, form, headcounts.count, back=reverse("training:coverage-prison"), at=now, done="Saved.",
               page=page)  # fmt: skip
