"""Who is beside somebody: named, said yes to, ended at once."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from casefiles_support import loading, supporting
from casefiles_support.actions import supporters
from casefiles_support.forms.supporters import AgreeForm, NameForm, StepInForm
from casefiles_support.models import Journey, Supporter
from casefiles_support.parts_supporters import part_of
from casefiles_support.permissions.journeys import can_decide, can_keep_journeys
from common import answers
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm
from mentoring.sending import send


@allow(can_decide)
def index(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.decided_journey(ref=ref, by=request.user, at=now)
    context = {"journey": journey, "part": part_of(journey, request.user, local_day(now))}
    return render(request, "casefiles_support/supporters/index.html", context)


@allow(can_keep_journeys)
def name(request: HttpRequest, ref: str, role: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.kept_journey(ref=ref, by=request.user, at=now)
    if role not in Supporter.Role.values:
        raise Http404
    who = supporting.candidates(journey, role, on=local_day(now))
    form = NameForm(request.POST or None, role=role, who=who)
    if send(request, form, supporters.name, journey=journey, role=role, at=now):
        messages.success(request, "Named. Now ask the person whether that is all right with them.")
        return redirect("casefiles_support:supporters-index", ref=ref)
    context = {"form": form, "journey": journey, "role": Supporter.Role(role).label, "anybody": who.exists()}
    return answers.page(request, "casefiles_support/supporters/name.html", context)


@allow(can_keep_journeys)
def agree(request: HttpRequest, ref: str) -> HttpResponse:
    """The person said yes to them."""
    now = timezone.now()
    supporter = loading.supporter(ref=ref, by=request.user, at=now)
    form = AgreeForm(request.POST or None, initial={"on": local_day(now)})
    if send(request, form, supporters.agree, supporter=supporter, at=now):
        messages.success(request, "Written down. They are beside each other from now on.")
        return _onward(request, supporter.journey)
    context = {"form": form, "supporter": supporter, "journey": supporter.journey}
    return answers.page(request, "casefiles_support/supporters/agree.html", context)


@allow(can_decide)
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """At once, and nobody asks why."""
    now = timezone.now()
    supporter = loading.supporter(ref=ref, by=request.user, at=now, own=True)
    form = HouseForm(request.POST if request.method == "POST" else None)
    if send(request, form, supporters.end, supporter=supporter, at=now):
        messages.success(request, "Ended. Nothing else changes.")
        return _onward(request, supporter.journey)
    context = {"form": form, "supporter": supporter, "journey": supporter.journey}
    return answers.page(request, "casefiles_support/supporters/end.html", context)


@allow(can_keep_journeys)
def backing(request: HttpRequest) -> HttpResponse:
    """For whom they would step in. More than a name they do not read."""
    found = loading.backing(by=request.user, at=timezone.now())
    return render(request, "casefiles_support/supporters/backing.html", {"found": found})


@allow(can_keep_journeys)
def step_in(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    supporter = loading.own_back_up(ref=ref, by=request.user, at=now)
    form = StepInForm(request.POST or None)
    if send(request, form, supporters.step_in, supporter=supporter, at=now):
        messages.success(request, "You keep this now. Tell them today that you stepped in.")
        return redirect("casefiles_support:checkpoints-index", ref=supporter.journey.ref)
    return answers.page(request, "casefiles_support/supporters/step_in.html", {"form": form, "supporter": supporter})


def _onward(request: HttpRequest, journey: Journey) -> HttpResponse:
    """Back to those beside them; and elsewhere for whoever no longer reads it."""
    if journey.person.login_id == request.user.pk or loading.keeps(journey, request.user):
        return redirect("casefiles_support:supporters-index", ref=journey.ref)
    return redirect("casefiles_support:duties-index")
