"""How holders did: a page, and files that anybody may publish."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from audit import actions as audit
from casefiles_support.forms.figures import YearForm
from casefiles_support.permissions.figures import can_see_figures
from casefiles_support.reports.holders import rows, totals, years
from casefiles_support.reports.holders_drawn import chart_of_days, grid_of, json_of, told
from casefiles_support.tables.figures import CoveredTable, HolderTable
from common import addresses, answers, downloads
from common.access import allow
from common.dates import local_day

NAME = "holders"
FILES = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON, for a website"))


@allow(can_see_figures)
def holders(request: HttpRequest) -> HttpResponseBase:
    """One year, by holder. Numbers under ten are not in the page and not in the files either."""
    now = timezone.now()
    today = local_day(now)
    form = YearForm(request.GET, years=years(on=today))
    year = form.chosen
    found = rows(year=year, on=today)
    kind = request.GET.get("format")
    if kind in dict(FILES) and form.is_valid():
        audit.record(verb="files.figures.exported", by=request.user, at=now, year=year, kind=kind, rows=len(found))
        name = f"{NAME}-{year}"
        if kind == "json":
            named = {"Content-Disposition": f'attachment; filename="{name}-{today:%Y-%m-%d}.json"'}
            return HttpResponse(json_of(found, year=year, on=today), content_type="application/json", headers=named)
        make = downloads.csv_file if kind == "csv" else downloads.excel_of
        return make(grid_of(found), name=name, day=today)
    words = told(found)
    table, covered = HolderTable(words), CoveredTable(words)
    table.caption, covered.caption = "How long it took", "What was covered"
    covered.name = "covered"
    context = {
        "form": form,
        "year": year,
        "totals": totals(found),
        "table": table,
        "covered": covered,
        "days": chart_of_days(found),
        "files": [(label, addresses.changed(request, {"format": kind})) for kind, label in FILES],
    }
    return answers.page(request, "casefiles_support/figures/holders.html", context)
