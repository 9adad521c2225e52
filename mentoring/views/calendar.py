"""The calendar: what is planned, day by day, and what was planned and never logged."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from audit import actions as audit
from common import addresses, answers, listing
from common.access import allow
from common.dates import local_day
from mentoring.filters.meetings import MeetingFilter, OwnMeetingFilter
from mentoring.models import Meeting
from mentoring.permissions.feeds import can_have_feed
from mentoring.permissions.meetings import can_plan_meetings, can_see_all_meetings, can_see_meetings
from mentoring.reports import meetings as reports
from mentoring.reports.meeting_answers import answered
from mentoring.tables.meetings import UnloggedTable, by_day, midnights

# More in one week than a page can show; the filters make it less.
MOST = 300


@allow(can_see_meetings)
def index(request: HttpRequest) -> HttpResponse:
    """A day or a week. Staff may narrow it by mentor, team and prison."""
    now, staff = timezone.now(), can_see_all_meetings(request.user)
    kind = MeetingFilter if staff else OwnMeetingFilter
    rows = answered(Meeting.objects.visible_to(request.user).for_lists())
    narrowed = kind(request.GET, queryset=rows, request=request)
    first, many = narrowed.days(local_day(now))
    begins, ends = midnights(first, many)
    found = narrowed.qs.filter(starts_at__gte=begins, starts_at__lt=ends).order_by("starts_at", "pk")[: MOST + 1]
    shown = list(found)[:MOST] if narrowed.is_valid() else []
    audit.looked(verb="mentoring.meeting.listed", by=request.user, at=now, shown=[one.ref for one in shown])
    context = {
        "form": narrowed.form,
        "days": by_day(shown, first=first, many=many),
        "today": local_day(now),
        "too_many": len(found) > MOST,
        "earlier": addresses.changed(request, {"on": f"{midnights(first, -many)[1].date()}"}),
        "later": addresses.changed(request, {"on": f"{ends.date()}"}),
        "staff": staff,
        "may_have_feed": can_have_feed(request.user),
        "may_plan": can_plan_meetings(request.user),
    }
    return answers.page(request, "mentoring/calendar/index.html", context)


@allow(can_see_all_meetings)
def unlogged(request: HttpRequest) -> HttpResponseBase:
    """Planned, past by a day, and nobody has said what came of it."""
    now = timezone.now()
    found = listing.build(
        request, table=UnloggedTable, queryset=reports.unlogged(user=request.user, now=now), name="unlogged"
    )
    audit.looked(verb="mentoring.meeting.listed", by=request.user, at=now, shown=found.refs)
    return listing.respond(request, "mentoring/calendar/unlogged.html", {"listing": found})
