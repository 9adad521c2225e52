"""Deciding on an application. No refusal is silent, and nobody decides about themselves."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from common.access import allow, demand
from common.transitions import NotAllowed
from mentoring import recruiting
from mentoring.acting import act
from mentoring.actions import decisions
from mentoring.forms.decisions import ConfirmForm, DeclineForm, DeferForm, WithdrawForm
from mentoring.permissions import applications as permissions


def _page(ref: str) -> str:
    return reverse("mentoring:applications-detail", args=[ref])


@allow(permissions.can_decide_applications)
def approve(request: HttpRequest, ref: str) -> HttpResponse:
    application = recruiting.application(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        ConfirmForm(request.POST if request.method == "POST" else None),
        decisions.approve,
        application=application,
        at=timezone.now(),
        back=_page(ref),
        heading="Approve them as a mentor",
        button="Approve",
        lede="Every check is asked once more. From then on they may be matched.",
        done="They are a mentor now.",
    )


@allow(permissions.can_decide_applications)
def decline(request: HttpRequest, ref: str) -> HttpResponse:
    application = recruiting.application(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        DeclineForm(request.POST or None),
        decisions.decline,
        application=application,
        at=timezone.now(),
        back=_page(ref),
        heading="Say no this time",
        button="Decline",
        tone="stop",
        lede="They are told why, and that they can ask somebody else to look again.",
        done="Written down.",
    )


@allow(permissions.can_decide_applications)
def defer(request: HttpRequest, ref: str) -> HttpResponse:
    application = recruiting.application(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        DeferForm(request.POST or None),
        decisions.defer,
        application=application,
        at=timezone.now(),
        back=_page(ref),
        heading="Put it off",
        button="Put it off",
        lede="It is not a no. You look at it again on a day.",
    )


@allow(permissions.can_fill_in_applications)
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """The applicant steps back, or staff write it down for somebody without a login."""
    application = recruiting.own_or_seen(ref=ref, by=request.user, at=timezone.now())
    demand(permissions.can_fill_in(request.user, application))
    own = application.mentor is not None and application.mentor.person.login_id == request.user.pk
    back = reverse("mentoring:applications-own") if own else _page(ref)
    return act(
        request,
        WithdrawForm(request.POST if request.method == "POST" else None),
        decisions.withdraw,
        application=application,
        at=timezone.now(),
        back=back,
        heading="Step back",
        button="Step back",
        lede="You can come again whenever you like.",
        done="Written down. The door stays open.",
    )


@require_POST
@allow(permissions.can_decide_applications)
def resume(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    application = recruiting.application(ref=ref, by=request.user, at=now)
    try:
        decisions.resume(application=application, by=request.user, at=now)
    except NotAllowed as no:
        messages.error(request, str(no))
    else:
        messages.success(request, "Taken up again, where it was left.")
    return redirect(_page(ref))
