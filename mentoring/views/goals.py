"""What somebody wants, and their plan on paper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from common import answers
from common.access import allow
from common.dates import local_day
from common.transitions import NotAllowed, Stale
from mentoring import loading_plans as loading
from mentoring.actions import carrying_on, goals
from mentoring.forms.goals import AskForm, GoalForm, RewordForm, SettleForm, answers_of
from mentoring.forms.steps import StepForm
from mentoring.models import GoalNote
from mentoring.permissions.goals import can_see_goals, can_work_on_goals
from mentoring.reports.advocacy import asked_for
from mentoring.reports.goals import plan_of
from mentoring.sending import send


@allow(can_work_on_goals)
def set_(request: HttpRequest, ref: str) -> HttpResponse:
    """A new goal, in a match."""
    now = timezone.now()
    match = loading.match(ref=ref, by=request.user, at=now)
    form = GoalForm(request.POST or None)
    if goal := send(request, form, goals.set_down, match=match, at=now):
        messages.success(request, "Written down. Now think of a first small step.")
        return redirect("mentoring:goals-detail", ref=goal.ref)
    return answers.page(request, "mentoring/goals/set.html", {"form": form, "match": match})


@allow(can_see_goals)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    goal = loading.goal(ref=ref, by=request.user, at=timezone.now())
    notes = GoalNote.objects.visible_to(request.user).filter(goal=goal).select_related("written_by")
    context = {
        "goal": goal,
        "steps": goal.steps.all(),
        "notes": notes.order_by("-written_at", "-pk"),
        "step_form": StepForm(),
        "may_work": can_work_on_goals(request.user),
    }
    return render(request, "mentoring/goals/detail.html", context)


@allow(can_work_on_goals)
def reword(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    goal = loading.goal(ref=ref, by=request.user, at=now)
    form = RewordForm(request.POST or None, initial=answers_of(goal))
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        seen = said.pop("version")
        try:
            goals.reword(goal=goal, seen=seen, **said, by=request.user, at=now)
        except Stale as stale:
            return answers.conflict(request, form, stale, back=reverse("mentoring:goals-detail", args=[ref]))
        messages.success(request, "Saved.")
        return redirect("mentoring:goals-detail", ref=ref)
    return answers.page(request, "mentoring/goals/reword.html", {"form": form, "goal": goal})


@allow(can_work_on_goals)
def settle(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    goal = loading.goal(ref=ref, by=request.user, at=now)
    form = SettleForm(request.POST or None, initial={"on": local_day(now)})
    if send(request, form, goals.settle, goal=goal, at=now):
        messages.success(request, "Written down, with the day.")
        return redirect("mentoring:goals-detail", ref=ref)
    return answers.page(request, "mentoring/goals/settle.html", {"form": form, "goal": goal})


@require_POST
@allow(can_work_on_goals)
def take_up(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    goal = loading.goal(ref=ref, by=request.user, at=now)
    try:
        goals.take_up(goal=goal, by=request.user, at=now)
    except NotAllowed as no:
        messages.error(request, str(no))
    return redirect("mentoring:goals-detail", ref=ref)


@allow(can_work_on_goals)
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """May the next mentor see it?"""
    now = timezone.now()
    goal = loading.goal(ref=ref, by=request.user, at=now)
    form = AskForm(request.POST or None, initial={"answer": goal.carries_on})
    if send(request, form, carrying_on.ask, record=goal, at=now):
        messages.success(request, "Written down. They can change their mind.")
        return redirect("mentoring:goals-detail", ref=ref)
    return answers.page(request, "mentoring/goals/ask.html", {"form": form, "goal": goal})


@allow(can_see_goals)
def person(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything that one person is working towards, whichever match it began in."""
    found = loading.person(ref=ref, by=request.user, at=timezone.now(), verb="mentoring.goal.listed")
    plan, asked = plan_of(found, user=request.user), asked_for(found, user=request.user)
    return render(request, "mentoring/goals/person.html", {"person": found, "plan": plan, "asked": asked})


@allow(can_see_goals)
def print_(request: HttpRequest, ref: str) -> HttpResponse:
    """“My plan”, in large plain type, to hand over on paper."""
    now = timezone.now()
    found = loading.person(ref=ref, by=request.user, at=now, verb="mentoring.goal.printed")
    context = {"person": found, "plan": plan_of(found, user=request.user), "today": local_day(now)}
    return render(request, "mentoring/goals/print.html", context)
