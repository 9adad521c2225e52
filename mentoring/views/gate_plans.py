"""The day somebody leaves prison."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from common import answers
from common.access import allow, demand
from common.forms import HouseForm
from common.transitions import Stale
from mentoring import finding
from mentoring.actions import gate_plans
from mentoring.forms.gate_plans import GatePlanForm, answers_of
from mentoring.permissions.gate_plans import can_keep_gate_plans, can_see_gate_plans
from people import loading as people
from people.models import Person
from people.permissions import can_edit_person


@allow(can_see_gate_plans)
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The plan as it is printed and carried."""
    person = people.person(ref=ref, by=request.user, at=timezone.now())
    may_edit = can_keep_gate_plans(request.user) and can_edit_person(request.user, person)
    context = {"person": person, "plan": finding.gate_plan(person=person), "may_edit": may_edit}
    return render(request, "mentoring/gate_plans/show.html", context)


@allow(can_keep_gate_plans)
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    person = _own(request, ref)
    plan = finding.gate_plan(person=person)
    form = GatePlanForm(request.POST if request.method == "POST" else None, initial=answers_of(plan))
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        seen = said.pop("version")
        try:
            done = answers.attempt(form, gate_plans.write, person=person, seen=seen, **said, by=request.user, at=now)
        except Stale as stale:
            back = reverse("mentoring:gate_plans-show", args=[ref])
            standing = answers_of(finding.gate_plan(person=person))
            return answers.conflict(request, form, stale, back=back, standing=standing)
        if done:
            messages.success(request, "Saved.")
            return redirect("mentoring:gate_plans-show", ref=ref)
    return answers.page(request, "mentoring/gate_plans/edit.html", {"form": form, "person": person})


@require_POST
@allow(can_keep_gate_plans)
def finish(request: HttpRequest, ref: str) -> HttpResponse:
    person = _own(request, ref)
    plan = finding.gate_plan(person=person)
    form = HouseForm(request.POST)
    if plan is not None and form.is_valid():
        done = answers.attempt(form, gate_plans.finish, plan=plan, by=request.user, at=timezone.now())
        messages.success(request, "The plan is put away." if done else "This was put away already.")
    return redirect("people:persons-detail", ref=ref)


def _own(request: HttpRequest, ref: str) -> Person:
    person = people.person(ref=ref, by=request.user, at=timezone.now())
    demand(can_edit_person(request.user, person))
    return person
