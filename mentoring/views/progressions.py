"""Steps on a mentor's way."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common import answers
from common.access import allow
from common.dates import local_day
from mentoring import loading_care as loading
from mentoring.actions import progressions
from mentoring.forms.progressions import OwnStepForm, StepForm
from mentoring.models import Progression
from mentoring.own_pages import of_a_mentor
from mentoring.permissions.progressions import can_tell_own_progression, can_write_progressions


@allow(can_write_progressions)
def add(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    mentor = loading.mentor(ref=ref, by=request.user, at=now)
    form = StepForm(request.POST or None, initial={"on": local_day(now)})
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(form, progressions.add, mentor=mentor, by=request.user, at=now, **form.cleaned_data)
        if done:
            messages.success(request, "Written down. Well done to them.")
            return redirect("mentoring:supervisions-with_mentor", ref=mentor.ref)
    return answers.page(request, "mentoring/progressions/add.html", {"form": form, "mentor": mentor})


@allow(can_tell_own_progression)
@of_a_mentor
def tell(request: HttpRequest) -> HttpResponse:
    """“I once had a mentor myself.” Only they and nobody else can see it."""
    mentor, form = loading.own_mentor(by=request.user), OwnStepForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(
            form, progressions.add, mentor=mentor, step=Progression.Step.HAD_A_MENTOR, by=request.user,
            at=timezone.now(), **form.cleaned_data,
        )  # fmt: skip
        if done:
            messages.success(request, "Kept. Only you can see it.")
            return redirect("mentoring:standings-mine")
    return answers.page(request, "mentoring/progressions/tell.html", {"form": form})
