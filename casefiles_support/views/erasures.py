"""Deleting all of it: asked for, told, agreed to by a second name."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from audit import actions as audit
from casefiles_support import loading_after as loading
from casefiles_support.actions import erasures, timings
from casefiles_support.forms.erasures import AgreeForm, AskForm, TellForm
from casefiles_support.forms.redactions import NothingForm
from casefiles_support.models import Erasure
from casefiles_support.permissions.erasures import can_agree_erasure, can_ask_erasure, can_tell_erasure
from casefiles_support.stepping import step
from common.access import allow
from common.dates import local_day

MOST = 100


def of(ref: str) -> str:
    """Where it stands with deleting the journey of this ref."""
    return reverse("casefiles_support:erasures-of_journey", args=[ref])


@allow(can_ask_erasure)
def of_journey(request: HttpRequest, ref: str) -> HttpResponse:
    """What would go, what is left, and how far it is."""
    journey = loading.journey(ref=ref, by=request.user, at=timezone.now(), verb="files.erasure.opened")
    erasure = Erasure.objects.open().filter(journey=journey).first()
    mine = journey.person.login_id == request.user.pk
    keeps = can_tell_erasure(request.user) and not mine
    context = {"journey": journey, "erasure": erasure, "keeps": keeps}
    return render(request, "casefiles_support/erasures/of_journey.html", context)


@allow(can_ask_erasure)
def ask(request: HttpRequest, ref: str) -> HttpResponseBase:
    """For the journey of this ref."""
    now = timezone.now()
    journey = loading.journey(ref=ref, by=request.user, at=now, verb="files.erasure.opened")
    return step(
        request, AskForm(request.POST or None), erasures.ask, at=now, journey=journey, back=of(ref),
        done="Asked for. Somebody else has to agree before it goes.",
        template="casefiles_support/erasures/ask.html", context={"journey": journey},
    )  # fmt: skip


@allow(can_tell_erasure)
def tell(request: HttpRequest, ref: str) -> HttpResponseBase:
    now = timezone.now()
    erasure = loading.erasure(ref=ref, by=request.user, at=now, kept=True)
    form = TellForm(request.POST or None, initial={"on": local_day(now)})
    return step(
        request, form, erasures.tell, at=now, erasure=erasure, back=of(erasure.journey.ref), done="Written down.",
        template="casefiles_support/erasures/tell.html", context={"erasure": erasure},
    )  # fmt: skip


@allow(can_ask_erasure)
def call_off(request: HttpRequest, ref: str) -> HttpResponseBase:
    """They want to keep it."""
    now = timezone.now()
    erasure = loading.erasure(ref=ref, by=request.user, at=now)
    return step(
        request, NothingForm(request.POST or None), erasures.call_off, at=now, erasure=erasure,
        back=of(erasure.journey.ref), done="It stays.", template="casefiles_support/erasures/call_off.html",
        context={"erasure": erasure},
    )  # fmt: skip


@allow(can_agree_erasure)
def index(request: HttpRequest) -> HttpResponse:
    """What waits for a second name. It names nobody whose it is."""
    now = timezone.now()
    waiting = list(
        Erasure.objects.to_agree(request.user).select_related("journey__team", "told_by").order_by("told_on")[:MOST]
    )
    audit.looked(verb="files.erasure.listed", by=request.user, at=now, shown=[one.ref for one in waiting])
    return render(request, "casefiles_support/erasures/index.html", {"waiting": waiting})


@allow(can_agree_erasure)
def agree(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The second name: all of it goes."""
    now = timezone.now()
    erasure = loading.erasure_to_agree(ref=ref, by=request.user, at=now)
    return step(
        request, AgreeForm(request.POST or None), timings.erase, at=now, erasure=erasure,
        back=reverse("casefiles_support:erasures-index"), done="Deleted.",
        template="casefiles_support/erasures/agree.html", context={"erasure": erasure},
    )  # fmt: skip
