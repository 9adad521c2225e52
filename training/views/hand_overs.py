"""Making a cohort for a prison that wrote to us, by whoever has taken what it wrote."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from common import answers
from common.access import allow
from pages import opening
from pages.models import HandOver
from training.actions import hand_overs
from training.forms.cohorts import CohortForm
from training.handing import initial
from training.leading import FORM, prisons
from training.permissions.learners import can_make_for_any_prison

PAGE = {"title": "Make a cohort for this prison", "button": "Make the cohort"}


@allow(can_make_for_any_prison)
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    found = opening.taken(ref=ref, kinds=(HandOver.Kind.TRAINING,), by=request.user, at=now)
    if found.became:
        return redirect(found.became)
    open_ones = prisons(request.user)
    form = CohortForm(request.POST or None, prisons=open_ones, initial=initial(found, open_ones))
    if form.is_bound and form.is_valid():
        told = {"hand_over": found, **form.cleaned_data}
        if made := answers.attempt(form, hand_overs.begin, **told, by=request.user, at=now):
            messages.success(request, "Made. Tell them, and say who is in it.")
            return redirect("training:cohorts-page", made.ref)
    return answers.page(request, FORM, {"form": form, "page": PAGE, "back": reverse("pages:inbox-detail", args=[ref])})
