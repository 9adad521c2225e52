"""What staff do with those who were put forward."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm
from mentoring import finding
from mentoring.actions import triage
from mentoring.filters.triage import ReferralFilter, WaitingFilter
from mentoring.forms.triage import CloseForm, DeclineForm, TakeOnForm, TriageForm
from mentoring.models import Referral, teams_of
from mentoring.permissions.referrals import can_decide_referrals, can_see_referrals
from mentoring.tables.triage import ReferralTable, WaitingTable, with_places
from places.models import Team

# What may be done next, by where it stands: the page, its words.
NEXT: dict[str, list[tuple[str, str]]] = {
    "submitted": [("mentoring:triage-take", "Take it for a team"), ("mentoring:triage-close", "Close it")],
    "triage": [("mentoring:triage-take_on", "Take them on"), ("mentoring:triage-decline", "We cannot take it on")],
    "accepted": [("mentoring:triage-close", "Close it")],
    "waiting": [("mentoring:triage-close", "Close it")],
    "matched": [("mentoring:triage-close", "Close it")],
}


@allow(can_see_referrals)
def index(request: HttpRequest) -> HttpResponseBase:
    visible = Referral.objects.visible_to(request.user).select_related("team", "establishment")
    found = listing.build(request, table=ReferralTable, queryset=visible, filterset=ReferralFilter, name="referrals")
    audit.looked(verb="mentoring.referral.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/triage/index.html", {"listing": found})


@allow(can_see_referrals)
def waiting(request: HttpRequest) -> HttpResponseBase:
    """The waiting list: who, how long, where, and what they asked for."""
    now = timezone.now()
    visible = with_places(Referral.objects.visible_to(request.user).waiting().select_related("person", "team"))
    table = WaitingTable.told(today=local_day(now))
    found = listing.build(request, table=table, queryset=visible, filterset=WaitingFilter, name="waiting")
    audit.looked(verb="mentoring.referral.listed", by=request.user, at=now, shown=found.refs)
    return listing.respond(request, "mentoring/triage/waiting.html", {"listing": found})


@allow(can_see_referrals)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    referral = finding.referral(ref=ref, by=request.user, at=now)
    hints, elsewhere = finding.who_it_may_be(referral, by=request.user) if not referral.person else ([], False)
    next_steps = NEXT.get(referral.status, []) if can_decide_referrals(request.user) else []
    twins = finding.twins_of(referral, by=request.user)
    context = {"referral": referral, "hints": hints, "elsewhere": elsewhere, "next_steps": next_steps, "twins": twins}
    return render(request, "mentoring/triage/detail.html", context)


@allow(can_decide_referrals)
def take(request: HttpRequest, ref: str) -> HttpResponse:
    referral = finding.referral(ref=ref, by=request.user, at=timezone.now())
    teams = Team.objects.order_by("name")
    own = teams.filter(pk__in=teams_of(request.user))
    form = TriageForm(_typed(request), teams=own if own.exists() else teams)
    return _step(request, referral, form, triage.take, "Take it for a team", "It is yours to decide.")


@allow(can_decide_referrals)
def take_on(request: HttpRequest, ref: str) -> HttpResponse:
    """Accept them, or put them on the waiting list: as somebody who is here already, or somebody new."""
    now = timezone.now()
    referral = finding.referral(ref=ref, by=request.user, at=now)
    hints, _ = finding.who_it_may_be(referral, by=request.user)
    form = TakeOnForm(_typed(request), hints=hints)
    if request.method == "POST" and form.is_valid():
        said = {"to": form.cleaned_data["to"], "person": form.person()}
        done = answers.attempt(form, triage.take_on, referral=referral, **said, by=request.user, at=now)
        if done and done.person:
            messages.success(request, "Saved. Now find them a mentor, or say where they are.")
            return redirect("people:persons-detail", ref=done.person.ref)
    return answers.page(request, "mentoring/triage/take_on.html", {"form": form, "referral": referral, "hints": hints})


@allow(can_decide_referrals)
def decline(request: HttpRequest, ref: str) -> HttpResponse:
    referral = finding.referral(ref=ref, by=request.user, at=timezone.now())
    form = DeclineForm(_typed(request))
    return _step(request, referral, form, triage.decline, "Say no, kindly", "Saved, with your words.")


@allow(can_decide_referrals)
def close(request: HttpRequest, ref: str) -> HttpResponse:
    referral = finding.referral(ref=ref, by=request.user, at=timezone.now())
    return _step(request, referral, CloseForm(_typed(request)), triage.close, "Close it", "Closed.")


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _step(
    request: HttpRequest, referral: Referral, form: HouseForm, action: Callable[..., Any], title: str, done: str
) -> HttpResponse:
    """One step: what the form asks is what the action takes."""
    if request.method == "POST" and form.is_valid():
        answers.attempt(form, action, referral=referral, **form.cleaned_data, by=request.user, at=timezone.now())
        if not form.errors:
            messages.success(request, done)
            return redirect("mentoring:triage-detail", ref=referral.ref)
    return answers.page(request, "mentoring/triage/step.html", {"form": form, "referral": referral, "title": title})
