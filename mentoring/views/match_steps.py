"""The way of a match: the mentor's own answer, and the steps that staff take."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from common import answers
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm
from mentoring import finding
from mentoring.actions import matches
from mentoring.forms.match_steps import YES, AnswerForm, NoForm, PauseForm, YesForm
from mentoring.models import Match
from mentoring.models.match_steps import NoReason, Told, What
from mentoring.permissions.matches import can_answer_matches, can_make_matches


@allow(can_answer_matches)
def asked(request: HttpRequest) -> HttpResponse:
    """Those that wait for the mentor's own yes or no."""
    waiting = finding.asked_matches(by=request.user, at=timezone.now())
    return render(request, "mentoring/match_steps/asked.html", {"waiting": waiting})


@allow(can_answer_matches)
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    match = finding.asked_match(ref=ref, by=request.user, at=now)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        done = _say(form, match, request.user, now)
        if done:
            messages.success(request, "Thank you. We have told your coordinator.")
            return redirect("mentoring:match_steps-asked")
    return answers.page(request, "mentoring/match_steps/answer.html", {"form": form, "match": match})


def _say(form: AnswerForm, match: Match, by: Any, now: Any) -> Match | None:
    if form.cleaned_data["answer"] == YES:
        said = {"told": Told.HERE, "said_on": local_day(now)}
        return answers.attempt(form, matches.mentor_agrees, match=match, **said, by=by, at=now)
    reason = str(NoReason(form.cleaned_data["reason"] or NoReason.NO_REASON).label)
    return answers.attempt(form, matches.say_no, match=match, what=What.MENTOR_NO, reason=reason, by=by, at=now)


@allow(can_make_matches)
def yes(request: HttpRequest, ref: str) -> HttpResponse:
    """Write down the yes that is still missing: the mentor's, then the person's."""
    now = timezone.now()
    match = finding.match(ref=ref, by=request.user, at=now)
    mentors = match.status == Match.Status.SUGGESTED
    action = matches.mentor_agrees if mentors else matches.person_agrees
    form = YesForm(request.POST if request.method == "POST" else None, today=local_day(now))
    title = "Write down the mentor’s yes" if mentors else "Write down the person’s yes"
    return _step(request, match, form, action, title=title, button="Save their yes", done="Saved.")


@allow(can_make_matches)
def no(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    match = finding.match(ref=ref, by=request.user, at=now)
    form = NoForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        form.cleaned_data["reason"] = str(NoReason(form.cleaned_data["reason"]).label)
    words = {"title": "Write down a no", "button": "Save the no", "done": "Saved. They may be suggested again one day."}
    return _step(request, match, form, matches.say_no, **words)


@allow(can_make_matches)
def approve(request: HttpRequest, ref: str) -> HttpResponse:
    words = {"title": "Approve this match?", "button": "Approve", "done": "Approved."}
    return _confirm(request, ref, matches.approve, lede="Both said yes. Every check is asked once more.", **words)


@allow(can_make_matches)
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    words = {"title": "Begin this match today?", "button": "Begin today", "done": "It has begun."}
    lede = "From now on the mentor sees their name, how to speak with them, and where they are."
    return _confirm(request, ref, matches.begin, lede=lede, **words)


@allow(can_make_matches)
def pause(request: HttpRequest, ref: str) -> HttpResponse:
    match = finding.match(ref=ref, by=request.user, at=timezone.now())
    form = PauseForm(request.POST if request.method == "POST" else None)
    words = {"title": "Let this match wait", "button": "Let it wait", "done": "It waits. It has not ended."}
    return _step(request, match, form, matches.pause, **words)


@allow(can_make_matches)
def resume(request: HttpRequest, ref: str) -> HttpResponse:
    words = {"title": "Take this match up again?", "button": "Take it up again", "done": "They go on."}
    lede = "Every check is asked again, for the place where the person is now."
    return _confirm(request, ref, matches.resume, lede=lede, **words)


def _confirm(request: HttpRequest, ref: str, action: Callable[..., Any], **words: str) -> HttpResponse:
    match = finding.match(ref=ref, by=request.user, at=timezone.now())
    return _step(request, match, HouseForm(request.POST if request.method == "POST" else None), action, **words)


def _step(
    request: HttpRequest, match: Match, form: HouseForm, action: Callable[..., Any], *, done: str, **words: str
) -> HttpResponse:
    """One step: what the form asks is what the action takes. A refusal says why beside the button."""
    if request.method == "POST" and form.is_valid():
        answers.attempt(form, action, match=match, **form.cleaned_data, by=request.user, at=timezone.now())
        if not form.errors:
            messages.success(request, done)
            return redirect("mentoring:matches-detail", ref=match.ref)
    return answers.page(request, "mentoring/match_steps/step.html", {"form": form, "match": match, **words})
