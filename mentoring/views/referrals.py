"""Putting somebody forward, for those who sign in: about them, their permission, send."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from common import answers
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm
from mentoring import finding
from mentoring.actions import referrals
from mentoring.actions.sheets import KeyedAlready
from mentoring.forms.referrals import PermissionForm, ReferForm
from mentoring.permissions.referrals import can_refer


@allow(can_refer)
def start(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    form = ReferForm(request.POST if request.method == "POST" else None, today=local_day(now))
    if request.method == "POST" and form.is_valid():
        said = {"details": form.details(), "key": form.cleaned_data["key"]}
        referral = answers.attempt(form, referrals.begin, **said, by=request.user, at=now)
        if referral:
            return redirect("mentoring:referrals-permission", ref=referral.ref)
    return answers.page(request, "mentoring/referrals/start.html", {"form": form})


@allow(can_refer)
def permission(request: HttpRequest, ref: str) -> HttpResponse:
    """Their own yes. Without it nobody but the writer reads what was written."""
    now = timezone.now()
    referral = finding.own_draft(ref=ref, by=request.user)
    typed = request.POST if request.method == "POST" else None
    form = PermissionForm(typed, source=referral.source, today=local_day(now))
    if request.method == "POST" and form.is_valid():
        agreed = form.agreed()
        done = answers.attempt(
            form, referrals.record_permission, referral=referral, agreed=agreed, by=request.user, at=now
        )
        if done:
            return redirect("mentoring:referrals-send", ref=ref)
    return answers.page(request, "mentoring/referrals/permission.html", {"form": form, "referral": referral})


@allow(can_refer)
def send(request: HttpRequest, ref: str) -> HttpResponse:
    referral = finding.own_draft(ref=ref, by=request.user)
    form = HouseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            done = answers.attempt(form, referrals.submit, referral=referral, by=request.user, at=timezone.now())
        except KeyedAlready as already:
            done = form.add_error(None, already.reasons[0])
        if done:
            messages.success(request, "Sent. You can see here how far it has come.")
            return redirect("mentoring:referrals-mine")
    return answers.page(request, "mentoring/referrals/send.html", {"form": form, "referral": referral})


@allow(can_refer)
def discard(request: HttpRequest, ref: str) -> HttpResponse:
    referral = finding.own_draft(ref=ref, by=request.user)
    form = HouseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        answers.attempt(form, referrals.discard, referral=referral, by=request.user, at=timezone.now())
        if not form.errors:
            messages.success(request, "It is gone.")
            return redirect("mentoring:referrals-mine")
    return answers.page(request, "mentoring/referrals/discard.html", {"form": form, "referral": referral})


@allow(can_refer)
def mine(request: HttpRequest) -> HttpResponse:
    """Whom somebody put forward, and how far each has come. Nothing else."""
    return render(request, "mentoring/referrals/mine.html", {"referrals": finding.own_referrals(by=request.user)})
