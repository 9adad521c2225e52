"""Making records of the programme of what came by the public forms, by whoever has taken it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from common import answers
from common.access import allow
from common.dates import local_day
from mentoring.acting import PAGE
from mentoring.actions import hand_overs
from mentoring.forms.hand_overs import HandOverInterestForm, HandOverReferralForm
from mentoring.handing import interest_initial, referral_initial
from mentoring.permissions.applications import can_decide_applications
from mentoring.permissions.referrals import can_decide_referrals
from pages import opening
from pages.models import HandOver

Kind = HandOver.Kind
LEDE = "Put right what you can, with them. Nothing has been sent on yet."


@allow(can_decide_referrals)
def refer(request: HttpRequest, ref: str) -> HttpResponse:
    """Somebody who asked for a mentor, or for whom somebody asked, is put forward."""
    now = timezone.now()
    found = opening.taken(ref=ref, kinds=(Kind.ASK, Kind.REFER), by=request.user, at=now)
    if found.became:
        return redirect(found.became)
    form = HandOverReferralForm(_typed(request), known=referral_initial(found), today=local_day(now))
    if form.is_bound and form.is_valid():
        said = {"details": form.details(), "agreed": form.agreed()}
        if made := answers.attempt(form, hand_overs.refer, hand_over=found, **said, by=request.user, at=now):
            messages.success(request, "They are put forward. The teams are asked to take it by the next working day.")
            return redirect("mentoring:triage-detail", made.ref)
    return _ask(request, form, ref, "Put them forward for a mentor")


@allow(can_decide_applications)
def interest(request: HttpRequest, ref: str) -> HttpResponse:
    """Somebody who would like to mentor stands in the list of those."""
    now = timezone.now()
    found = opening.taken(ref=ref, kinds=(Kind.MENTOR,), by=request.user, at=now)
    if found.became:
        return redirect(found.became)
    form = HandOverInterestForm(_typed(request), initial=interest_initial(found))
    if form.is_bound and form.is_valid():
        told = {"hand_over": found, **form.cleaned_data}
        if made := answers.attempt(form, hand_overs.interest, **told, by=request.user, at=now):
            messages.success(request, "Kept. They are in the list.")
            return redirect("mentoring:applications-detail", made.ref)
    return _ask(request, form, ref, "They would like to mentor")


def _typed(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _ask(request: HttpRequest, form: Any, ref: str, heading: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "button": heading, "lede": LEDE}
    return answers.page(request, PAGE, context | {"back": reverse("pages:inbox-detail", args=[ref])})
