"""Adding and ticking small steps."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from common import answers
from common.access import allow
from common.transitions import NotAllowed
from mentoring import loading_plans as loading
from mentoring.actions import steps
from mentoring.forms.steps import StepForm
from mentoring.permissions.goals import can_work_on_goals
from mentoring.sending import send


@allow(can_work_on_goals)
def add(request: HttpRequest, ref: str) -> HttpResponse:
    """To the goal of this ref."""
    now = timezone.now()
    goal = loading.goal(ref=ref, by=request.user, at=now)
    form = StepForm(request.POST or None)
    if send(request, form, steps.add, goal=goal, at=now):
        return redirect("mentoring:goals-detail", ref=ref)
    return answers.page(request, "mentoring/steps/add.html", {"form": form, "goal": goal})


@require_POST
@allow(can_work_on_goals)
def settle(request: HttpRequest, ref: str) -> HttpResponse:
    """One button for each: done, changed, let go, or not yet after all."""
    now, to = timezone.now(), request.POST.get("to", "")
    step = loading.step(ref=ref, by=request.user, at=now)
    try:
        if to == "going":
            steps.take_up(step=step, by=request.user, at=now)
        else:
            steps.settle(step=step, to=to, by=request.user, at=now)
    except NotAllowed as no:
        messages.error(request, str(no))
    return redirect("mentoring:goals-detail", ref=step.goal.ref)
