"""A journey, to be read together: two clocks, what happened, what the person may choose, and who looked."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from audit import actions as audit
from casefiles_support import loading_pages as loading
from casefiles_support.filters.journeys import JourneyFilter
from casefiles_support.models import Journey
from casefiles_support.parts import parts_of
from casefiles_support.parts_requests import ways_on
from casefiles_support.permissions import pages as permissions
from casefiles_support.permissions.journeys import can_keep_journeys
from casefiles_support.reports.journeys import LOOKS, looks_at, page_of
from casefiles_support.tables.journeys import JourneyTable
from common import listing
from common.access import allow, demand
from common.dates import local_day


@allow(can_keep_journeys)
def index(request: HttpRequest) -> HttpResponseBase:
    """Everybody whom a file supporter is there for, whether anything waits or not."""
    kept = Journey.objects.kept_by(request.user).select_related("person")
    found = listing.build(request, table=JourneyTable, queryset=kept, filterset=JourneyFilter, name="journeys")
    audit.looked(verb="files.journey.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "casefiles_support/journeys/index.html", {"listing": found})


@allow(permissions.can_open_journeys)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    journey = loading.journey(ref=ref, by=request.user, at=now)
    page = page_of(journey, user=request.user, at=now)
    context = {"page": page, **parts_of(journey, request.user, local_day(now), whole=page.whole)}
    if page.whole:
        context |= ways_on(journey, request.user)
    return render(request, "casefiles_support/journeys/detail.html", context)


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
