"""How a mentor stands: a rest, a return, a suspension."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from common import answers
from common.access import allow
from common.dates import local_day
from common.transitions import NotAllowed
from mentoring import loading_care as loading
from mentoring.acting import act
from mentoring.actions import mentors, standings
from mentoring.forms.mentors import CapacityForm
from mentoring.forms.standings import LiftForm, RestForm, SuspendForm
from mentoring.models import Match, Mentor, Progression, Standing
from mentoring.own_pages import of_a_mentor
from mentoring.permissions.standings import can_help_rest, can_rest, can_suspend
from mentoring.rules.mentors import too_many
from mentoring.rules.standings import ASK_AGAIN_WITHIN

BACK = "Welcome back. It is good that you are here."


@allow(can_rest)
@of_a_mentor
def mine(request: HttpRequest) -> HttpResponse:
    """How I stand, and the way I have come."""
    mentor = loading.own_mentor(by=request.user)
    history = list(Standing.objects.of_user(request.user).order_by("-at", "-pk")[:20])
    last = history[0] if history else None
    people_now = Match.objects.open().filter(mentor=mentor).count()
    context = {
        "mentor": mentor,
        "last": last,
        "ask_again_by": local_day(last.at) + ASK_AGAIN_WITHIN if last else None,
        "history": [{"when": one.at, "title": one.get_to_display(), "text": one.words} for one in history],
        "people_now": people_now,
        "warning": too_many(people_now=people_now, capacity=mentor.capacity),
        "steps": Progression.objects.of_user(request.user).order_by("on", "pk"),
    }
    return render(request, "mentoring/standings/mine.html", context)


@allow(can_rest)
@of_a_mentor
def rest(request: HttpRequest) -> HttpResponse:
    """“I need a rest.”"""
    return _rest(request, loading.own_mentor(by=request.user), own=True)


@allow(can_rest)
@of_a_mentor
def take_on_fewer(request: HttpRequest) -> HttpResponse:
    """“Fewer people, please”: their own right, at any time. More is talked about with whoever supports them."""
    mentor = loading.own_mentor(by=request.user)
    return act(
        request,
        CapacityForm(request.POST or None, initial={"capacity": mentor.capacity}),
        mentors.set_capacity,
        mentor=mentor,
        at=timezone.now(),
        back=reverse("mentoring:standings-mine"),
        heading="How many people do I want to support?",
        lede="You can always say fewer, and need give no reason. Whoever you walk with now stays with you.",
    )


@allow(can_help_rest)
def rest_for(request: HttpRequest, ref: str) -> HttpResponse:
    return _rest(request, loading.mentor(ref=ref, by=request.user, at=timezone.now()), own=False)


def _rest(request: HttpRequest, mentor: Mentor, *, own: bool) -> HttpResponse:
    form = RestForm(request.POST or None, own=own)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(
            form, standings.rest, mentor=mentor, by=request.user, at=timezone.now(), **form.cleaned_data
        )
        if done:
            messages.success(request, "Kept. A rest is part of doing this well. Come back when it is right.")
            return _there(mentor, own)
    return _form(
        request, form, mentor, own, "Take a rest", "A rest is not leaving. The door stays open.", "Begin the rest"
    )


@require_POST
@allow(can_rest)
@of_a_mentor
def come_back(request: HttpRequest) -> HttpResponse:
    return _come_back(request, loading.own_mentor(by=request.user), own=True)


@require_POST
@allow(can_help_rest)
def come_back_for(request: HttpRequest, ref: str) -> HttpResponse:
    return _come_back(request, loading.mentor(ref=ref, by=request.user, at=timezone.now()), own=False)


def _come_back(request: HttpRequest, mentor: Mentor, *, own: bool) -> HttpResponse:
    try:
        standings.come_back(mentor=mentor, words="", by=request.user, at=timezone.now())
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, BACK if own else "Kept: they are back.")
    return _there(mentor, own)


@allow(can_suspend)
def suspend(request: HttpRequest, ref: str) -> HttpResponse:
    """They see nobody from the next request on."""
    lede = "It works at once: from the next page on they see nobody they support. It is not a verdict."
    return _decide(request, ref, SuspendForm, standings.suspend, "Suspend a mentor", lede, "Suspend")


@allow(can_suspend)
def lift(request: HttpRequest, ref: str) -> HttpResponse:
    lede = "They are active again at once, and told so."
    return _decide(request, ref, LiftForm, standings.lift, "Lift a suspension", lede, "Lift it")


def _decide(request: HttpRequest, ref: str, kind: Any, act: Any, title: str, lede: str, button: str) -> HttpResponse:
    now = timezone.now()
    mentor = loading.mentor(ref=ref, by=request.user, at=now)
    form = kind(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = answers.attempt(form, act, mentor=mentor, by=request.user, at=now, **form.cleaned_data)
        if done:
            messages.success(request, "Done.")
            return _there(mentor, own=False)
    return _form(request, form, mentor, False, title, lede, button)


def _there(mentor: Mentor, own: bool) -> HttpResponse:
    if own:
        return redirect("mentoring:standings-mine")
    return redirect("mentoring:supervisions-with_mentor", ref=mentor.ref)


def _form(
    request: HttpRequest, form: Any, mentor: Mentor, own: bool, title: str, lede: str, button: str
) -> HttpResponse:
    context = {"form": form, "mentor": mentor, "own": own, "title": title, "lede": lede, "button": button}
    return answers.page(request, "mentoring/standings/form.html", context)
