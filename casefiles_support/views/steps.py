"""Along somebody’s own way, as far as they want to go."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from casefiles_support import loading
from casefiles_support.actions import journeys
from casefiles_support.forms.steps import SeenForm, StepForm
from casefiles_support.permissions.journeys import can_keep_journeys
from common import answers
from common.access import allow
from common.forms import HouseForm
from common.transitions import Stale
from mentoring.sending import send

LATER = "Somebody else was here first. This is how it stands now; nothing of yours was kept."


@allow(can_keep_journeys)
def take(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.kept_journey(ref=ref, by=request.user, at=now)
    form = StepForm(request.POST or None, status=journey.status, initial={"seen": journey.version})
    try:
        done = send(request, form, journeys.move_on, journey=journey, at=now)
    except Stale:
        messages.warning(request, LATER)
        return redirect("casefiles_support:checkpoints-index", ref=ref)
    if done:
        messages.success(request, "Written down.")
        return redirect("casefiles_support:checkpoints-index", ref=ref)
    return answers.page(request, "casefiles_support/steps/take.html", {"form": form, "journey": journey})


@allow(can_keep_journeys)
def close(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.kept_journey(ref=ref, by=request.user, at=now)
    form = SeenForm(request.POST or None, initial={"seen": journey.version})
    try:
        done = send(request, form, journeys.close, journey=journey, at=now)
    except Stale:
        messages.warning(request, LATER)
        return redirect("casefiles_support:checkpoints-index", ref=ref)
    if done:
        messages.success(request, "Closed. It can be opened again at any time.")
        return redirect("casefiles_support:checkpoints-index", ref=ref)
    return answers.page(request, "casefiles_support/steps/close.html", {"form": form, "journey": journey})


@require_POST
@allow(can_keep_journeys)
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.kept_journey(ref=ref, by=request.user, at=now)
    form = HouseForm(request.POST)
    if send(request, form, journeys.reopen, journey=journey, at=now):
        messages.success(request, "Open again.")
    for reason in form.non_field_errors():
        messages.warning(request, str(reason))
    return redirect("casefiles_support:checkpoints-index", ref=ref)
