"""Clearances: one prison, one mentor. Prison staff see who is cleared for their own."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from audit import actions as audit
from common import listing
from common.access import allow
from mentoring import recruiting
from mentoring.acting import act
from mentoring.actions import clearances
from mentoring.filters.clearances import ClearanceFilter
from mentoring.forms.clearances import BeginForm, StepForm
from mentoring.models import Clearance
from mentoring.permissions.checks import can_do_checks, can_see_checks, can_see_clearances
from mentoring.tables.clearances import ClearanceTable, PrisonClearanceTable


@allow(can_see_clearances)
def index(request: HttpRequest) -> HttpResponseBase:
    """Staff have every step; prison staff yes or no, and until when."""
    staff = can_see_checks(request.user)
    found = listing.build(
        request,
        table=ClearanceTable if staff else PrisonClearanceTable,
        queryset=Clearance.objects.visible_to(request.user).select_related("mentor__person", "establishment"),
        filterset=ClearanceFilter if staff else None,
        name="clearances",
    )
    audit.looked(verb="mentoring.clearance.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/clearances/index.html", {"listing": found})


@allow(can_do_checks)
def begin(request: HttpRequest, ref: str) -> HttpResponse:
    mentor = recruiting.mentor(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        BeginForm(request.POST or None),
        clearances.begin,
        mentor=mentor,
        at=timezone.now(),
        back=reverse("mentoring:mentors-detail", args=[ref]),
        heading="Which prison should clear them?",
        button="Add",
    )


@allow(can_do_checks)
def take(request: HttpRequest, ref: str) -> HttpResponse:
    clearance = recruiting.clearance(ref=ref, by=request.user, at=timezone.now())
    return act(
        request,
        StepForm(request.POST or None, clearance=clearance),
        clearances.take,
        clearance=clearance,
        at=timezone.now(),
        back=reverse("mentoring:mentors-detail", args=[clearance.mentor.ref]),
        heading=f"{clearance.establishment.name}: the next step",
        lede=f"Now: {clearance.get_status_display()}. A refusal is never the end: there is the lived experience"
        " route (LEAP), an appeal, and asking again.",
    )
