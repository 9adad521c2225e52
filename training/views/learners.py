"""Those who learn at a prison: found, added, moved, and helped."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from audit import actions as audit
from common import answers, listing
from common.access import allow, demand
from common.dates import local_day
from common.downloads import Export
from training.actions import learners, stations
from training.filters.learners import LearnerFilter
from training.forms.learners import AdjustForm, LearnerForm, LeaveForm, MoveForm
from training.leading import act, find_learner, prisons
from training.models import Learner, Station
from training.permissions.learners import can_lead_learning
from training.reports.learners import record_of
from training.tables.learners import LearnerTable

HERE = "training:learners-index"


def _where_now(rows: QuerySet) -> QuerySet:
    now = Station.objects.current().filter(learner=OuterRef("pk"))
    columns = {
        "place_now": "establishment",
        "prison_now": "establishment__name",
        "job_now": "job",
        "since_now": "since",
    }
    return rows.annotate(**{name: Subquery(now.values(path)[:1]) for name, path in columns.items()})


def _by_name(rows: QuerySet, words: str) -> QuerySet:
    return rows.filter(name__icontains=words)


def _exported(request: HttpRequest, export: Export) -> None:
    audit.record(
        verb="training.learner.exported", by=request.user, at=timezone.now(), reason=export.reason, rows=export.count
    )


@allow(can_lead_learning)
def index(request: HttpRequest) -> HttpResponseBase:
    rows = _where_now(Learner.objects.visible_to(request.user))
    found = listing.build(
        request, table=LearnerTable, queryset=rows, filterset=LearnerFilter, name="learners", search=_by_name,
        search_help="By name.", export_rule=can_lead_learning, on_export=_exported,
    )  # fmt: skip
    return listing.respond(request, "training/leading/learners.html", {"listing": found})


@allow(can_lead_learning)
def add(request: HttpRequest) -> HttpResponse:
    mine = prisons(request.user)
    form = LearnerForm(request.POST or None, prisons=mine, initial={"establishment": mine.first()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = answers.attempt(form, learners.place_at, **said, by=request.user, at=timezone.now())
        if made:
            return _added(request, *made)
    page = {"title": "Add somebody who learns", "button": "Add them"}
    return answers.page(request, "training/leading/form.html", {"form": form, "back": reverse(HERE), "page": page})


def _added(request: HttpRequest, learner: Learner, is_new: bool) -> HttpResponse:
    from_before = "We knew them already: their record is kept, and they are at this prison now."
    return render(
        request,
        "training/leading/added.html",
        {"learner": learner, "words": "Added." if is_new else from_before},
    )


@require_safe
@allow(can_lead_learning)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    """Where they work and worked, what they have finished and when it runs out, and the help they have."""
    now = timezone.now()
    learner = find_learner(request, ref)
    audit.looked(verb="training.learner.opened", by=request.user, at=now, subject=learner)
    return render(request, "training/leading/learner.html", record_of(learner, on=local_day(now)))


def _station(learner: Learner) -> Station:
    station = learner.stations.current().select_related("establishment", "learner").first()
    demand(station is not None)
    assert station is not None
    return station


def _back(learner: Learner) -> str:
    return reverse("training:learners-page", args=[learner.ref])


@allow(can_lead_learning)
def move(request: HttpRequest, ref: str) -> HttpResponse:
    """A transfer. Afterwards a lead who does not lead there sees them no more."""
    learner, now = find_learner(request, ref), timezone.now()
    station = _station(learner)
    form = MoveForm(request.POST or None, initial={"day": local_day(now), "job": station.job})
    page = {
        "title": f"{learner.name} moves to another prison", "button": "Move them", "tab": "Move somebody",
        "lede": "What they have learned goes with them. Your own figures count them until that day.",
    }  # fmt: skip
    return act(request, form, stations.move, station=station, back=_back(learner), at=now, done="Moved.", page=page,
               then=lambda moved: reverse(HERE))  # fmt: skip


@allow(can_lead_learning)
def leave(request: HttpRequest, ref: str) -> HttpResponse:
    learner, now = find_learner(request, ref), timezone.now()
    form = LeaveForm(request.POST or None, initial={"day": local_day(now)})
    page = {
        "title": f"{learner.name} has left", "button": "They have left", "tone": "stop",
        "tab": "Somebody has left",
        "lede": "Their record is kept. If they work at a prison again, it goes on.",
    }  # fmt: skip
    return act(request, form, stations.leave, station=_station(learner), back=_back(learner), at=now,
               done="Written down.", page=page, then=lambda left: reverse(HERE))  # fmt: skip


@allow(can_lead_learning)
def adjust(request: HttpRequest, ref: str) -> HttpResponse:
    learner = find_learner(request, ref)
    form = AdjustForm(request.POST if request.method == "POST" else None, learner=learner)
    page: dict[str, Any] = {
        "title": f"Help in tests for {learner.name}", "button": "Save", "tab": "Help in tests",
        "lede": "It counts for every test from now on, on a screen and on paper.",
    }  # fmt: skip
    return act(request, form, learners.adjust, learner=learner, back=_back(learner), at=timezone.now(), done="Saved.",
               page=page)  # fmt: skip
