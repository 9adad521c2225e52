"""Cohorts: who learns together."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from common import answers, listing
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm
from training.actions import cohorts
from training.forms.cohorts import CohortForm, JoinForm
from training.holding import matrix_of
from training.leading import act, find, find_learner, prisons
from training.models import Cohort
from training.permissions.learners import can_lead_learning
from training.rules.matrix import counts
from training.tables.cohorts import CohortTable

SHOWN = 100  # of a cohort on its page; the list of learners has them all


@allow(can_lead_learning)
def index(request: HttpRequest) -> HttpResponseBase:
    rows = Cohort.objects.visible_to(request.user).open().with_size().select_related("establishment")
    found = listing.build(request, table=CohortTable, queryset=rows, name="cohorts")
    return listing.respond(request, "training/leading/cohorts.html", {"listing": found})


@allow(can_lead_learning)
def add(request: HttpRequest) -> HttpResponse:
    mine = prisons(request.user)
    form = CohortForm(request.POST or None, prisons=mine, initial={"establishment": mine.first()})
    page = {"title": "Make a cohort", "button": "Make the cohort", "keyed": True}
    return act(request, form, cohorts.add, back=reverse("training:cohorts-index"), at=timezone.now(), page=page,
               done="Made. Now say who is in it.", then=lambda made: _at(made))  # fmt: skip


def _at(cohort: Cohort) -> str:
    return reverse("training:cohorts-page", args=[cohort.ref])


def _find(request: HttpRequest, ref: str) -> Cohort:
    found: Cohort = find(Cohort.objects.select_related("establishment"), request, ref)
    return found


@allow(can_lead_learning)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    """Who is in it and how far each is; the form below adds somebody."""
    cohort, now = _find(request, ref), timezone.now()
    form = JoinForm(request.POST or None, cohort=cohort, user=request.user)
    if request.method == "POST" and form.is_valid():
        answers.attempt(form, cohorts.join, cohort=cohort, **form.cleaned_data, by=request.user, at=now)
        if not form.errors:
            messages.success(request, "Added.")
            return redirect(_at(cohort))
    members = cohort.members.filter(until=None).select_related("learner").order_by("learner__name", "pk")
    size = members.count()
    found = matrix_of(
        learners=[one.learner for one in members[:SHOWN]], on=local_day(now), course_key=cohort.course_key
    )
    rows = [
        (row.learner, sum(counts(cell.standing) for cell in row.cells.values()), len(row.cells))
        for row in found.rows.values()
    ]
    context = {"cohort": cohort, "rows": rows, "size": size, "form": form}
    return answers.page(request, "training/leading/cohort.html", context)


@require_POST
@allow(can_lead_learning)
def leave(request: HttpRequest, ref: str, learner: str) -> HttpResponse:
    cohort = _find(request, ref)
    cohorts.leave(cohort=cohort, learner=find_learner(request, learner), by=request.user, at=timezone.now())
    messages.success(request, "They are not in the cohort any more. Their course goes on.")
    return redirect("training:learners-page", ref=learner)


@allow(can_lead_learning)
def close(request: HttpRequest, ref: str) -> HttpResponse:
    cohort = _find(request, ref)
    form = HouseForm(request.POST if request.method == "POST" else None)
    page = {
        "title": f"End {cohort.name}?", "button": "End the cohort", "tone": "stop",
        "lede": "What its people learn goes on. Codes that lead into it put nobody in it any more.",
    }  # fmt: skip
    return act(request, form, cohorts.close, cohort=cohort, back=_at(cohort), at=timezone.now(), page=page,
               done="The cohort has ended.")  # fmt: skip
