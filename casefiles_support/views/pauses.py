"""Stopping for now, and going on: the person’s own say, given by them or written down for them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from casefiles_support import loading
from casefiles_support.actions import pauses
from casefiles_support.forms.pauses import NotNowForm
from casefiles_support.permissions.journeys import can_decide
from casefiles_support.rules.journeys import PAUSED
from common import answers
from common.access import allow
from common.forms import HouseForm
from mentoring.sending import send


@allow(can_decide)
def pause(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    form = HouseForm(request.POST if request.method == "POST" else None)
    if send(request, form, pauses.pause, journey=journey, at=now):
        messages.success(request, PAUSED)
        return redirect("casefiles_support:checkpoints-index", ref=ref)
    context = {"form": form, "journey": journey, "said": PAUSED}
    return answers.page(request, "casefiles_support/pauses/pause.html", context)


@allow(can_decide)
def not_now(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    form = NotNowForm(request.POST if request.method == "POST" else None)
    if send(request, form, pauses.not_now, journey=journey, at=now):
        messages.success(request, PAUSED)
        return redirect("casefiles_support:checkpoints-index", ref=ref)
    context = {"form": form, "journey": journey, "said": PAUSED}
    return answers.page(request, "casefiles_support/pauses/not_now.html", context)


@require_POST
@allow(can_decide)
def resume(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    form = HouseForm(request.POST)
    if send(request, form, pauses.resume, journey=journey, at=now):
        messages.success(request, "Going on from where you were.")
    for reason in form.non_field_errors():
        messages.warning(request, str(reason))
    return redirect("casefiles_support:checkpoints-index", ref=ref)
