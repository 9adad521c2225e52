"""Figures: what was offered, what was held, and why the rest was not."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from audit import actions as audit
from common import addresses, answers
from common.access import allow, demand
from common.dates import local_day
from mentoring.forms.attendance import BY, FiguresForm
from mentoring.permissions.attendance import can_export_figures, can_see_figures
from mentoring.permissions.sessions import can_see_all_sessions
from mentoring.reports.attendance import months_back, tallies, total
from mentoring.reports.attendance_drawn import chart_of_causes, chart_of_months, csv_of
from mentoring.tables.attendance import TallyTable

# Half a year, counting this month.
MONTHS = 5


@allow(can_see_figures)
def figures(request: HttpRequest) -> HttpResponse:
    """Staff have their teams’ figures; a mentor their own counts."""
    now = timezone.now()
    form, today = FiguresForm(request.GET), local_day(now)
    since, until = form.window(first=months_back(today, MONTHS), today=today)
    found = tallies(user=request.user, since=since, until=until, by=form.chosen)
    may_export = can_export_figures(request.user)
    if request.GET.get("format") == "csv" and form.is_valid():
        demand(may_export)
        audit.record(verb="mentoring.attendance.exported", by=request.user, at=now, rows=len(found))
        heading = dict(BY)[form.chosen]
        return HttpResponse(
            csv_of(found, heading=heading),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="offered-and-held.csv"'},
        )
    whole = total(found)
    context = {
        "form": form,
        "whole": whole,
        "table": TallyTable(found),
        "causes": chart_of_causes(whole),
        "months": chart_of_months(found) if form.chosen == "month" else "",
        "staff": can_see_all_sessions(request.user),
        "file": addresses.changed(request, {"format": "csv"}) if may_export else "",
        "since": since,
        "last_day": min(local_day(until), today),
    }
    return answers.page(request, "mentoring/attendance/figures.html", context)
