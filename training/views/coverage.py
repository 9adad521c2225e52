"""Who has finished what at a prison, what share of those in post that is, and all prisons without small numbers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from audit import actions as audit
from common import addresses, answers, charts
from common.access import allow
from common.dates import local_day
from common.downloads import ReasonForm, csv_file, excel_of
from common.spreadsheets import Grid
from training.forms.coverage import CourseForm, CoverageForm
from training.holding import Matrix
from training.leading import prison as asked_for
from training.models.learners import establishments_of
from training.permissions.learners import can_lead_learning, can_see_regions
from training.reports import coverage
from training.rules.matrix import NOT_BEGUN, OVERDUE, RUN_OUT, SOON, Row
from training.tables.coverage import JobTable, RegionTable, matrix_grid, matrix_table

PER_PAGE = 25  # with ten modules the page stays under 50 KB
FILES = {"csv": csv_file, "xlsx": excel_of}


@require_safe
@allow(can_lead_learning)
def prison(request: HttpRequest) -> HttpResponse:
    """A prison's matrix. Programme staff choose which prison."""
    now = timezone.now()
    form, place = _form(request), asked_for(request)
    if place is None:
        return answers.page(request, "training/leading/coverage.html", {"form": form})
    on = local_day(now)
    found = coverage.of_prison(place, course_key=_course(form), on=on)
    rows = _rows(found, form)
    page = _page(rows, request.GET.get("after", ""))
    audit.looked(verb="training.learner.listed", by=request.user, at=now, shown=[row.learner.ref for row in page])
    counts = coverage.standings(found)
    context = {
        "form": form, "place": place, "course": form.chosen, "whole": len(found.rows),
        "cards": [(counts.get(word, 0), words, _only(request, place, word)) for word, words in CARDS],
        "table": matrix_table(found.modules, page, whole=len(rows)),
        "jobs": _jobs(found, place, on), "chart": coverage.chart_of(found) if found.rows else "",
        "next": _at(request, page[-1]) if page and page[-1] is not rows[-1] else "",
        "first": addresses.changed(request, {}, without=frozenset({"after"})) if request.GET.get("after") else "",
        "query": request.GET.urlencode(),
    }  # fmt: skip
    return answers.page(request, "training/leading/coverage.html", context)


CARDS = [
    (NOT_BEGUN, "have something not begun"),
    (OVERDUE, "have something overdue"),
    (SOON, "have something that runs out soon"),
    (RUN_OUT, "have something that has run out"),
]


def _form(request: HttpRequest) -> CoverageForm:
    return CoverageForm(request.GET, prisons=establishments_of(request.user).order_by("name", "pk"))


def _course(form: CourseForm) -> Any:
    """A key of no course where there is none, so that nothing is shown rather than all."""
    return form.chosen.translation_key if form.chosen else "00000000-0000-0000-0000-000000000000"


def _rows(found: Matrix, form: CoverageForm) -> list[Row]:
    wanted = form.standing_chosen
    return [row for row in found.rows.values() if not wanted or wanted in row.standings]


def _page(rows: list[Row], after: str) -> list[Row]:
    start = next((place + 1 for place, row in enumerate(rows) if row.learner.ref == after), 0)
    return rows[start : start + PER_PAGE]


def _at(request: HttpRequest, row: Row) -> str:
    return addresses.changed(request, {"after": row.learner.ref})


def _only(request: HttpRequest, place: Any, word: str) -> str:
    return addresses.changed(request, {"standing": word, "prison": place.ref}, without=frozenset({"after"}))


def _jobs(found: Matrix, place: Any, on: Any) -> JobTable:
    table = JobTable(coverage.by_job(found, place, on=on))
    table.name = "jobs"
    table.caption = "Finished all, of those in post"
    return table


@allow(can_lead_learning)
def download(request: HttpRequest, kind: str) -> HttpResponseBase:
    """The matrix of a prison as a file. It names people, so it asks why first."""
    place, now, form = asked_for(request), timezone.now(), _form(request)
    if kind not in FILES or place is None:
        raise Http404
    why = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and why.is_valid():
        found = coverage.of_prison(place, course_key=_course(form), on=local_day(now))
        rows = _rows(found, form)
        audit.record(
            verb="training.learner.exported", by=request.user, at=now, reason=why.cleaned_data["reason"], rows=len(rows)
        )
        return FILES[kind](matrix_grid(found.modules, rows), name=f"learning-{place.code.lower()}", day=local_day(now))
    context = {"form": why, "place": place, "kind": kind, "query": request.GET.urlencode()}
    return answers.page(request, "training/leading/download.html", context)


@require_safe
@allow(can_see_regions)
def regions(request: HttpRequest) -> HttpResponseBase:
    """All prisons by region, as a table, a chart and files, from which numbers about few are taken out."""
    now, form = timezone.now(), CourseForm(request.GET)
    lines = coverage.by_region(course_key=_course(form), on=local_day(now))
    kind = request.GET.get("format", "")
    if kind in FILES and form.is_valid():
        audit.record(verb="training.coverage.exported", by=request.user, at=now, rows=len(lines))
        grid = Grid(
            ["Region", "In post", "Finished all and in date", "Per cent of those in post"],
            [[one.name, one.in_post, one.current, one.percent] for one in lines],
        )
        return FILES[kind](grid, name="learning-regions", day=local_day(now))
    table = RegionTable(lines)
    table.name = "regions"
    table.caption = "By region"
    drawn = [(one.name, one.percent) for one in lines if one.percent is not None]
    context = {
        "form": form, "table": table, "course": form.chosen, "hidden": any(one.current is None for one in lines),
        "chart": charts.bars("Finished all and in date, of those in post", drawn, unit="per cent") if drawn else "",
        "files": [(name.upper(), addresses.changed(request, {"format": name})) for name in FILES],
    }  # fmt: skip
    return answers.page(request, "training/leading/regions.html", context)
