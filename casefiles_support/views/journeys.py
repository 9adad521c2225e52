"""A journey, to be read together: two clocks, what happened, what the person may choose, and who looked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from casefiles_support import loading_pages as loading
from casefiles_support.permissions import pages as permissions
from casefiles_support.reports.journeys import LOOKS, looks_at, page_of
from common.access import allow, demand


@allow(permissions.can_open_journeys)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.journey(ref=ref, by=request.user, at=now)
    return render(
        request, "casefiles_support/journeys/detail.html", {"page": page_of(journey, user=request.user, at=now)}
    )


@allow(permissions.can_open_journeys)
def print_(request: HttpRequest, ref: str) -> HttpResponse:
    """All that we hold, on paper: theirs to keep."""
    now = timezone.now()
    journey = loading.journey(ref=ref, by=request.user, at=now, verb="files.journey.printed")
    demand(permissions.can_read_all_of(request.user, journey))
    context = {"page": page_of(journey, user=request.user, at=now), "entries": looks_at(journey)}
    return render(request, "casefiles_support/journeys/print.html", context)


@allow(permissions.can_open_journeys)
def looks(request: HttpRequest, ref: str) -> HttpResponse:
    """Who opened it, and who changed it."""
    journey = loading.journey(ref=ref, by=request.user, at=timezone.now(), verb="files.journey.looks_opened")
    demand(permissions.can_see_looks(request.user, journey))
    context = {"journey": journey, "entries": looks_at(journey), "newest": LOOKS}
    return render(request, "casefiles_support/journeys/looks.html", context)
