"""Asking for a second look at a refusal, and looking."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from common.access import allow, demand
from mentoring import recruiting
from mentoring.acting import act
from mentoring.actions import appeals
from mentoring.forms.appeals import AppealForm, SecondLookForm
from mentoring.permissions import applications as permissions


@allow(permissions.can_fill_in_applications)
def make(request: HttpRequest, ref: str) -> HttpResponse:
    """The applicant asks, or staff write it down for somebody without a login."""
    application = recruiting.own_or_seen(ref=ref, by=request.user, at=timezone.now())
    demand(permissions.can_fill_in(request.user, application))
    own = application.mentor is not None and application.mentor.person.login_id == request.user.pk
    back = reverse("mentoring:applications-own") if own else reverse("mentoring:applications-detail", args=[ref])
    return act(
        request,
        AppealForm(request.POST or None),
        appeals.make,
        application=application,
        at=timezone.now(),
        back=back,
        heading="Ask somebody else to look again",
        button="Ask",
        lede="Another person than the one who decided looks at it, and tells you what they think and why.",
        done="Asked. Somebody else will look at it.",
    )


@allow(permissions.can_decide_applications)
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    appeal = recruiting.appeal(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        SecondLookForm(request.POST or None),
        appeals.decide,
        appeal=appeal,
        at=timezone.now(),
        back=reverse("mentoring:applications-detail", args=[appeal.application.ref]),
        heading="Look again",
        lede=appeal.grounds,
        button="Decide",
        done="Written down. They are told.",
    )
