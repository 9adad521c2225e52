"""Who walks alongside whom."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from audit import actions as audit
from common import listing
from common.access import allow
from common.dates import local_day
from mentoring.filters.matches import MatchFilter
from mentoring.models import Match, Session
from mentoring.permissions.matches import can_see_matches
from mentoring.permissions.sessions import can_see_all_sessions
from mentoring.reports import matches as reports
from mentoring.tables.matches import MatchTable


@allow(can_see_all_sessions)
def index(request: HttpRequest) -> HttpResponseBase:
    matches = Match.objects.visible_to(request.user).select_related("mentor__person", "person")
    found = listing.build(request, table=MatchTable, queryset=matches, filterset=MatchFilter, name="matches")
    audit.looked(verb="mentoring.match.listed", by=request.user, at=timezone.now(), shown=found.refs)
    return listing.respond(request, "mentoring/matches/index.html", {"listing": found})


@allow(can_see_matches)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    match = Match.objects.visible_to(request.user).filter(ref=ref).select_related("mentor__person", "person").first()
    if match is None:
        raise Http404
    audit.looked(verb="mentoring.match.opened", by=request.user, at=timezone.now(), subject=match, about=match.person)
    sessions = Session.objects.visible_to(request.user).filter(attendance__match=match).order_by("-started_at", "-pk")
    ahead = reports.ahead(match, user=request.user, on=local_day(timezone.now()))
    context = {"match": match, "ahead": ahead, "sessions": sessions[:10]}
    return render(request, "mentoring/matches/detail.html", context)
