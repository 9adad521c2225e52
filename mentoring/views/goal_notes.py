"""Notes on a goal."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from common import answers
from common.access import allow
from mentoring import loading_plans as loading
from mentoring.actions import goal_notes
from mentoring.forms.goal_notes import GoalNoteForm
from mentoring.permissions.goals import can_work_on_goals
from mentoring.sending import send


@allow(can_work_on_goals)
def add(request: HttpRequest, ref: str) -> HttpResponse:
    """To the goal of this ref."""
    now = timezone.now()
    goal = loading.goal(ref=ref, by=request.user, at=now)
    form = GoalNoteForm(request.POST or None)
    if send(request, form, goal_notes.add, goal=goal, at=now):
        messages.success(request, "Added.")
        return redirect("mentoring:goals-detail", ref=ref)
    return answers.page(request, "mentoring/goal_notes/add.html", {"form": form, "goal": goal})
