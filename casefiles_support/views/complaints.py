"""Complaining: to the holder, to the regulator; and where to complain about us."""

from collections.abc import Callable
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from casefiles_support import loading_after as loading
from casefiles_support.actions import complaints
from casefiles_support.forms.complaints import AnswerForm, SendForm, StepForm
from casefiles_support.forms.redactions import NothingForm
from casefiles_support.models import Complaint
from casefiles_support.permissions.complaints import can_keep_complaints, can_see_complaints
from casefiles_support.reports.complaints import page_of
from casefiles_support.stepping import step
from common.access import allow
from common.dates import local_day

LISTED = "files.complaint.listed"


def here(ref: str) -> str:
    """Where the complaints about a request are."""
    return reverse("casefiles_support:complaints-of_request", args=[ref])


@allow(can_see_complaints)
def of_request(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED)
    page = page_of(about, user=request.user, on=local_day(now))
    return render(request, "casefiles_support/complaints/of_request.html", {"about": about, "page": page})


@allow(can_see_complaints)
def about_us(request: HttpRequest, ref: str) -> HttpResponse:
    """For the person of the journey of this ref: how to complain about us, and see who looked."""
    journey = loading.journey(ref=ref, by=request.user, at=timezone.now(), verb=LISTED)
    return render(request, "casefiles_support/complaints/about_us.html", {"journey": journey})


@allow(can_keep_complaints)
def send(request: HttpRequest, ref: str) -> HttpResponseBase:
    """To the holder of the request of this ref."""
    return _of_request(request, ref, complaints.send, "casefiles_support/complaints/send.html", "It is with them.")


@allow(can_keep_complaints)
def take_further(request: HttpRequest, ref: str) -> HttpResponseBase:
    """To the regulator."""
    template = "casefiles_support/complaints/take_further.html"
    return _of_request(request, ref, complaints.take_further, template, "It is with the regulator.")


@allow(can_keep_complaints)
def let_be(request: HttpRequest, ref: str) -> HttpResponseBase:
    """They do not want to go to the regulator."""
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED, kept=True)
    return step(
        request, NothingForm(request.POST or None), complaints.let_be, at=now, request=about, back=here(ref),
        done="That is fine. They can change their mind.", template="casefiles_support/complaints/let_be.html",
        context={"about": about},
    )  # fmt: skip


@allow(can_keep_complaints)
def receive(request: HttpRequest, ref: str) -> HttpResponseBase:
    return _step(request, ref, StepForm, complaints.receive, "casefiles_support/complaints/receive.html")


@allow(can_keep_complaints)
def acknowledge(request: HttpRequest, ref: str) -> HttpResponseBase:
    return _step(request, ref, StepForm, complaints.acknowledge, "casefiles_support/complaints/acknowledge.html")


@allow(can_keep_complaints)
def answer(request: HttpRequest, ref: str) -> HttpResponseBase:
    return _step(request, ref, AnswerForm, complaints.answer, "casefiles_support/complaints/answer.html")


def _of_request(
    request: HttpRequest, ref: str, action: Callable[..., Any], template: str, done: str
) -> HttpResponseBase:
    now = timezone.now()
    about = loading.request(ref=ref, by=request.user, at=now, verb=LISTED, kept=True)
    page = page_of(about, user=request.user, on=local_day(now))
    form = SendForm(request.POST or None, initial={"on": local_day(now)})
    return step(
        request, form, action, at=now, request=about, back=here(ref), done=done, template=template,
        context={"about": about, "page": page},
    )  # fmt: skip


def _step(
    request: HttpRequest, ref: str, kind: Callable[..., BaseForm], action: Callable[..., Any], template: str
) -> HttpResponseBase:
    now = timezone.now()
    one: Complaint = loading.complaint(ref=ref, by=request.user, at=now)
    more: dict[str, Any] = {"to": one.to} if kind is AnswerForm else {}
    form = kind(request.POST or None, initial={"on": local_day(now), "version": one.version}, **more)
    return step(
        request, form, action, at=now, complaint=one, back=here(one.request.ref), done="Written down.",
        template=template, context={"complaint": one},
    )  # fmt: skip
