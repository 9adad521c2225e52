"""Asking how somebody is when their match is over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.dates import local_day
from mentoring import loading_endings as loading
from mentoring.actions import follow_ups
from mentoring.filters.follow_ups import FollowUpFilter
from mentoring.forms.follow_ups import FollowUpForm
from mentoring.models import FollowUp
from mentoring.permissions.follow_ups import can_record_follow_ups, can_see_follow_ups
from mentoring.reports.follow_ups import ways_of
from mentoring.sending import send
from mentoring.tables.follow_ups import FollowUpTable


@allow(can_see_follow_ups)
def index(request: HttpRequest) -> HttpResponseBase:
    """Who is to be asked, and when."""
    now = timezone.now()
    found = listing.build(
        request,
        table=FollowUpTable.told(today=local_day(now)),
        queryset=FollowUp.objects.visible_to(request.user).select_related("ending__match__person"),
        filterset=FollowUpFilter,
        name="follow_ups",
    )
    audit.looked(verb="mentoring.follow_up.listed", by=request.user, at=now, shown=found.refs)
    return listing.respond(request, "mentoring/follow_ups/index.html", {"listing": found})


@allow(can_record_follow_ups)
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """Which ways are safe at this moment, and what came of it."""
    now = timezone.now()
    follow_up = loading.follow_up(ref=ref, by=request.user, at=now)
    ways = ways_of(follow_up.ending.match.person)
    form = FollowUpForm(request.POST or None, points=[way.point for way in ways.phones], initial={"on": local_day(now)})
    if send(request, form, follow_ups.record, follow_up=follow_up, at=now):
        messages.success(request, "Written down.")
        return redirect("mentoring:endings-detail", ref=follow_up.ending.ref)
    context = {"form": form, "follow_up": follow_up, "ways": ways}
    return answers.page(request, "mentoring/follow_ups/record.html", context)
