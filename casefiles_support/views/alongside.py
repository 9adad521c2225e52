"""What a peer mentor sees of somebody who named them: dates and support. No letters, no papers, nothing they said."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from audit import actions as audit
from casefiles_support import loading_pages as loading
from casefiles_support.models import Journey
from casefiles_support.permissions.pages import can_be_alongside
from casefiles_support.reports.alongside import view_of
from common.access import allow


@allow(can_be_alongside)
def index(request: HttpRequest) -> HttpResponse:
    found = Journey.objects.open().alongside(request.user).select_related("person").order_by("pk")
    journeys = list(found)
    if journeys:
        refs = [one.ref for one in journeys]
        audit.looked(verb="files.journey.listed_alongside", by=request.user, at=timezone.now(), refs=refs)
    return render(request, "casefiles_support/alongside/index.html", {"journeys": journeys})


@allow(can_be_alongside)
def show(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.alongside(ref=ref, by=request.user, at=now)
    return render(request, "casefiles_support/alongside/show.html", {"seen": view_of(journey, at=now)})
