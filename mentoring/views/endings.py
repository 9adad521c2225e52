"""The end of a match: planned, written together, finished; or written down kindly when it has happened."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from common import answers
from common.access import allow
from common.transitions import NotAllowed, Stale
from mentoring import loading_endings as loading
from mentoring import loading_plans
from mentoring.actions import endings
from mentoring.forms.endings import BeginForm, EarlyForm, FinishForm, WriteForm
from mentoring.models import FollowUp
from mentoring.permissions.endings import can_end_matches, can_plan_endings, can_see_endings
from mentoring.rules.endings import EARLY
from mentoring.sending import send

WRITTEN = ("their_words", "what_helped", "what_next", "thanks", "version")


@allow(can_plan_endings)
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    """For the match of this ref."""
    now = timezone.now()
    match = loading_plans.match(ref=ref, by=request.user, at=now)
    form = BeginForm(request.POST or None)
    if ending := send(request, form, endings.begin, match=match, at=now):
        messages.success(request, "Written down. Take your time with the last meetings.")
        return redirect("mentoring:endings-detail", ref=ending.ref)
    return answers.page(request, "mentoring/endings/begin.html", {"form": form, "match": match})


@allow(can_see_endings)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    ending = loading.ending(ref=ref, by=request.user, at=timezone.now())
    context = {
        "ending": ending,
        "follow_ups": FollowUp.objects.visible_to(request.user).filter(ending=ending).order_by("due_on"),
        "may_plan": can_plan_endings(request.user) and ending.status != ending.Status.CALLED_OFF and not ending.died,
        "may_end": can_end_matches(request.user) and ending.status == ending.Status.PLANNING,
        "staff": can_end_matches(request.user) or not can_plan_endings(request.user),
    }
    return render(request, "mentoring/endings/detail.html", context)


@allow(can_plan_endings)
def write(request: HttpRequest, ref: str) -> HttpResponse:
    """What they want to say."""
    now = timezone.now()
    ending = loading.ending(ref=ref, by=request.user, at=now)
    form = WriteForm(request.POST or None, initial={name: getattr(ending, name) for name in WRITTEN})
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        seen = said.pop("version")
        try:
            done = answers.attempt(form, endings.write, ending=ending, seen=seen, **said, by=request.user, at=now)
        except Stale as stale:
            return answers.conflict(request, form, stale, back=reverse("mentoring:endings-detail", args=[ref]))
        if done:
            messages.success(request, "Saved.")
            return redirect("mentoring:endings-detail", ref=ref)
    return answers.page(request, "mentoring/endings/write.html", {"form": form, "ending": ending})


@require_POST
@allow(can_plan_endings)
def call_off(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    ending = loading.ending(ref=ref, by=request.user, at=now)
    try:
        endings.call_off(ending=ending, by=request.user, at=now)
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, "They go on together.")
    return redirect("mentoring:matches-detail", ref=ending.match.ref)


@allow(can_end_matches)
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    """The last day has come."""
    now = timezone.now()
    ending = loading.ending(ref=ref, by=request.user, at=now)
    form = FinishForm(request.POST or None)
    if send(request, form, endings.finish, ending=ending, at=now):
        messages.success(request, "The match has ended. Thank you for bringing it to a good end.")
        return redirect("mentoring:endings-detail", ref=ref)
    return answers.page(request, "mentoring/endings/finish.html", {"form": form, "ending": ending})


@allow(can_end_matches)
def end_early(request: HttpRequest, ref: str) -> HttpResponse:
    """For the match of this ref."""
    now = timezone.now()
    match = loading_plans.match(ref=ref, by=request.user, at=now)
    form = EarlyForm(request.POST or None)
    if ending := send(request, form, endings.end_early, match=match, at=now):
        return redirect("mentoring:endings-detail", ref=ending.ref)
    context = {"form": form, "match": match, "reasons": EARLY.values()}
    return answers.page(request, "mentoring/endings/end_early.html", context)


@allow(can_see_endings)
def letter(request: HttpRequest, ref: str) -> HttpResponse:
    """A thank-you to keep, on paper."""
    ending = loading.ending(ref=ref, by=request.user, at=timezone.now())
    return render(request, "mentoring/endings/letter.html", {"ending": ending})
