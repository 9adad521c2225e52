"""Plans to tell family: made together, changed as often as they like, and theirs to follow or not."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from casefiles_support import loading_after as loading
from casefiles_support.actions import family_plans
from casefiles_support.forms.family_plans import MakeForm, MediateForm, ReviseForm, TellForm
from casefiles_support.permissions.family_plans import can_make_family_plans, can_see_family_plans
from casefiles_support.reports.family_plans import items_of, keeps
from casefiles_support.rules.family_plans import RECORDED, THEIRS
from casefiles_support.stepping import step
from common.access import allow
from common.dates import local_day

LISTED = "files.family_plan.listed"


def here(ref: str) -> str:
    """Where the plans of a journey are."""
    return reverse("casefiles_support:family_plans-of_journey", args=[ref])


@allow(can_see_family_plans)
def of_journey(request: HttpRequest, ref: str) -> HttpResponse:
    journey = loading.journey(ref=ref, by=request.user, at=timezone.now(), verb=LISTED)
    context = {
        "journey": journey,
        "items": items_of(journey, user=request.user),
        "keeps": keeps(journey, request.user),
        "recorded": RECORDED,
        "theirs": THEIRS,
    }
    return render(request, "casefiles_support/family_plans/of_journey.html", context)


@allow(can_make_family_plans)
def make(request: HttpRequest, ref: str) -> HttpResponseBase:
    """For the journey of this ref."""
    now = timezone.now()
    journey = loading.journey(ref=ref, by=request.user, at=now, verb=LISTED, kept=True)
    return step(
        request, MakeForm(request.POST or None), family_plans.make, at=now, journey=journey, back=here(ref),
        done="Written down. They can change their mind.", template="casefiles_support/family_plans/make.html",
        context={"journey": journey},
    )  # fmt: skip


@allow(can_make_family_plans)
def revise(request: HttpRequest, ref: str) -> HttpResponseBase:
    now = timezone.now()
    plan = loading.family_plan(ref=ref, by=request.user, at=now)
    initial = {name: getattr(plan, name) for name in ReviseForm.base_fields}
    return step(
        request, ReviseForm(request.POST or None, initial=initial), family_plans.revise, at=now, family_plan=plan,
        back=here(plan.journey.ref), done="Changed.", template="casefiles_support/family_plans/revise.html",
        context={"plan": plan},
    )  # fmt: skip


@allow(can_make_family_plans)
def mediate(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Only on their wish."""
    now = timezone.now()
    plan = loading.family_plan(ref=ref, by=request.user, at=now)
    form = MediateForm(request.POST or None, frm=plan.mediation, initial={"version": plan.version})
    return step(
        request, form, family_plans.mediate, at=now, family_plan=plan, back=here(plan.journey.ref),
        done="Written down.", template="casefiles_support/family_plans/mediate.html", context={"plan": plan},
    )  # fmt: skip


@allow(can_make_family_plans)
def tell(request: HttpRequest, ref: str) -> HttpResponseBase:
    now = timezone.now()
    plan = loading.family_plan(ref=ref, by=request.user, at=now)
    form = TellForm(request.POST or None, initial={"on": local_day(now), "version": plan.version})
    return step(
        request, form, family_plans.tell, at=now, family_plan=plan, back=here(plan.journey.ref),
        done="Written down. Ask how it was.", template="casefiles_support/family_plans/tell.html",
        context={"plan": plan},
    )  # fmt: skip
