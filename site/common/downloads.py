"""A list's way out as a file: who may, why they need it, the trail, then the file.

The trail is written before the first byte leaves. A file about people asks for a reason first.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from common.exports import Sheet
from common.forms import HouseForm
from common.paging import count_up_to
from common.spreadsheets import MOST_IN_EXCEL, Grid, csv_pieces, excel_file

if TYPE_CHECKING:
    from common.lists import Listing

KINDS = {"csv": "CSV", "xlsx": "Excel"}
LEDES = {
    "csv": "You are about to download it as a spreadsheet file (CSV).",
    "xlsx": "You are about to download it as an Excel file.",
}
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Export:
    """What is about to leave: for the trail. `refs()` reads the references of the rows, one by one."""

    name: str
    kind: str
    count: int
    reason: str
    refs: Callable[[], Iterator[str]]


OnExport = Callable[[HttpRequest, Export], Any]


class ReasonForm(HouseForm):
    reason = forms.CharField(
        label="Why do you need this?",
        help_text="We keep your answer with the record of this download. Do not write anyone’s name in it.",
        min_length=10,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def wanted(request: HttpRequest) -> bool:
    return request.GET.get("format") in KINDS


def respond(listing: "Listing") -> HttpResponseBase:
    """The file, or the page that stands before it. 403 for people who may not have it; 422 for what cannot be made."""
    request, kind = listing.request, listing.request.GET["format"]
    if not listing.may_export:
        raise PermissionDenied
    asked = request.method == "POST" or not listing.asks_reason
    form = ReasonForm(request.POST if request.method == "POST" else None)
    too_long = kind == "xlsx" and count_up_to(listing.queryset, MOST_IN_EXCEL) > MOST_IN_EXCEL
    ready = asked and (not listing.asks_reason or form.is_valid())
    if too_long or not listing.is_valid or not ready:
        return _before(listing, kind, form, too_long=too_long)
    reason = form.cleaned_data["reason"] if listing.asks_reason else ""
    return _leave(listing, kind, reason)


def _before(listing: "Listing", kind: str, form: ReasonForm, *, too_long: bool) -> HttpResponse:
    context = {
        "listing": listing,
        "form": form,
        "lede": LEDES[kind],
        "button": f"Download {KINDS[kind]}",
        "csv_url": listing.url(format="csv"),
        "too_long": too_long,
        "most": MOST_IN_EXCEL,
        "wrong": not listing.is_valid,
    }
    refused = too_long or not listing.is_valid or bool(form.errors)
    return render(listing.request, "components/export.html", context, status=422 if refused else 200)


def _leave(listing: "Listing", kind: str, reason: str) -> HttpResponseBase:
    rows = listing.in_order
    count = listing.queryset.count()
    refs = rows.prefetch_related(None).values_list("ref", flat=True)
    if listing.on_export is not None:
        listing.on_export(listing.request, Export(listing.name, kind, count, reason, lambda: refs.iterator()))
    sheet = Sheet(listing.table_class, rows)
    # The file is made at the edge, for a view, and its name says the day on which it was.
    day = timezone.localdate()  # noqa: TID251
    return _file(sheet, kind, name=listing.name, day=day)


def csv_file(grid: Grid, *, name: str, day: date) -> StreamingHttpResponse:
    """A report's table as a file. The view writes the trail first."""
    return StreamingHttpResponse(
        csv_pieces(grid),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}-{day:%Y-%m-%d}.csv"'},
    )


def excel_of(grid: Grid, *, name: str, day: date) -> FileResponse:
    """The same as an Excel file."""
    made = excel_file(grid, title=name)
    return FileResponse(made, as_attachment=True, filename=f"{name}-{day:%Y-%m-%d}.xlsx", content_type=EXCEL)


def _file(sheet: Sheet, kind: str, *, name: str, day: date) -> HttpResponseBase:
    file_name = f"{name}-{day:%Y-%m-%d}.{kind}"
    if kind == "xlsx":
        return FileResponse(excel_file(sheet, title=name), as_attachment=True, filename=file_name, content_type=EXCEL)
    return StreamingHttpResponse(
        csv_pieces(sheet),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file_name}"'},
    )
