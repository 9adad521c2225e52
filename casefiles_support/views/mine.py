"""One’s own journey, for somebody in the community who has a login."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from casefiles_support import loading_pages as loading
from casefiles_support.parts import own_parts_of
from casefiles_support.reports.journeys import LOOKS, looks_at, page_of
from common.access import allow, signed_in
from common.dates import local_day


@allow(signed_in)
def show(request: HttpRequest) -> HttpResponse:
    """The same page that is read together, without the work of staff; or a word that there is none."""
    now = timezone.now()
    journey = loading.mine(by=request.user, at=now)
    if journey is None:
        return render(request, "casefiles_support/mine/show.html", {"page": None})
    context = {"page": page_of(journey, user=request.user, at=now)}
    context |= own_parts_of(journey, request.user, local_day(now))
    return render(request, "casefiles_support/mine/show.html", context)


@allow(signed_in)
def print_(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    journey = loading.mine(by=request.user, at=now, verb="files.journey.printed")
    if journey is None:
        return redirect("casefiles_support:mine-show")
    context = {"page": page_of(journey, user=request.user, at=now), "entries": looks_at(journey), "mine": True}
    return render(request, "casefiles_support/journeys/print.html", context)


@allow(signed_in)
def looks(request: HttpRequest) -> HttpResponse:
    journey = loading.mine(by=request.user, at=timezone.now(), verb="files.journey.looks_opened")
    if journey is None:
        return redirect("casefiles_support:mine-show")
    context = {"journey": journey, "entries": looks_at(journey), "newest": LOOKS, "mine": True}
    return render(request, "casefiles_support/journeys/looks.html", context)
