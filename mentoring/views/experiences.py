"""My record of experience: mine to read, to print and to show."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from common import answers, documents
from common.access import allow
from common.transitions import Stale
from mentoring import loading_care as loading
from mentoring.actions import experiences
from mentoring.forms.experiences import ExperienceForm
from mentoring.models import Experience
from mentoring.own_pages import of_a_mentor
from mentoring.permissions.experiences import can_see_own_experience
from mentoring.reports.experiences import of, sections

TITLE = "Record of experience"


@allow(can_see_own_experience)
@of_a_mentor
def mine(request: HttpRequest) -> HttpResponse:
    record = of(loading.own_mentor(by=request.user))
    return render(request, "mentoring/experiences/mine.html", {"record": record})


@allow(can_see_own_experience)
@of_a_mentor
def print_(request: HttpRequest) -> HttpResponse:
    """The same, for paper."""
    record = of(loading.own_mentor(by=request.user))
    return render(request, "mentoring/experiences/print.html", {"record": record, "on": timezone.now()})


@allow(can_see_own_experience)
@of_a_mentor
def pdf(request: HttpRequest) -> HttpResponseBase:
    now, record = timezone.now(), of(loading.own_mentor(by=request.user))
    made = documents.pdf("plain", title=TITLE, at=now, sections=sections(record))
    return documents.respond(made, name="record-of-experience", at=now)


@allow(can_see_own_experience)
@of_a_mentor
def edit(request: HttpRequest) -> HttpResponse:
    mentor = loading.own_mentor(by=request.user)
    said = Experience.objects.filter(mentor=mentor).first()
    form = ExperienceForm(request.POST or None, initial=_first(said))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            experiences.say(
                mentor=mentor, skills=given["skills"], own_words=given["own_words"], seen=given["version"],
                by=request.user, at=timezone.now(),
            )  # fmt: skip
        except Stale as stale:
            return answers.conflict(request, form, stale, standing=_first(cast(Experience, stale.record)))
        messages.success(request, "Kept. It is yours.")
        return redirect("mentoring:experiences-mine")
    return answers.page(request, "mentoring/experiences/edit.html", {"form": form})


def _first(said: Experience | None) -> dict[str, object]:
    if said is None:
        return {"version": 0}
    return {"skills": said.skills, "own_words": said.own_words, "version": said.version}
