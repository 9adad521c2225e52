"""DBS checks: asked for, not needed, decided. Never a picture of a certificate."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from common.access import allow
from mentoring import recruiting
from mentoring.acting import act
from mentoring.actions import dbs_checks
from mentoring.forms.dbs_checks import AskForm, DecideForm, NotNeededForm
from mentoring.permissions.checks import can_decide_dbs, can_do_checks


@allow(can_do_checks)
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    mentor = recruiting.mentor(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        AskForm(request.POST or None),
        dbs_checks.ask,
        mentor=mentor,
        at=timezone.now(),
        back=reverse("mentoring:mentors-detail", args=[ref]),
        heading="Ask for a DBS check",
        lede="It is not a prison’s clearance, and neither stands for the other.",
    )


@allow(can_decide_dbs)
def not_needed(request: HttpRequest, ref: str) -> HttpResponse:
    mentor = recruiting.mentor(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        NotNeededForm(request.POST or None),
        dbs_checks.not_needed,
        mentor=mentor,
        at=timezone.now(),
        back=reverse("mentoring:mentors-detail", args=[ref]),
        heading="No DBS check is needed",
    )


@allow(can_decide_dbs)
def decide(request: HttpRequest, ref: str) -> HttpResponse:
    check = recruiting.dbs_check(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        DecideForm(request.POST or None),
        dbs_checks.decide,
        check=check,
        at=timezone.now(),
        back=reverse("mentoring:mentors-detail", args=[check.mentor.ref]),
        heading="Decide on the DBS check",
        lede="Something on it is no bar by itself. Weigh up what, how long ago, and what has been done since.",
    )
