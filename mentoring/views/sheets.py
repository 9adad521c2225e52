"""Paper sheets: listed, found by their code, typed in once, or cancelled."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, charts, downloads, listing
from common.access import allow
from common.dates import local_day
from common.forms import HouseForm
from common.refs import ref_from
from common.spreadsheets import Grid
from mentoring import loading
from mentoring.actions import sheets
from mentoring.became import became, page_of
from mentoring.filters.sheets import SheetFilter
from mentoring.forms.sheets import (
    FindForm,
    PeriodForm,
    VoidForm,
    WhoseForm,
    candidates,
)
from mentoring.keying import ABOUT_SOMEBODY_NEW, Whose, keying_of, printed_for
from mentoring.models import Match, Mentor, PaperSheet
from mentoring.permissions.sheets import can_key_sheets, can_see_delays
from mentoring.reports import sheets as reports
from mentoring.rules.sheets import names_of
from mentoring.tables.sheets import SheetTable, facts_of
from people.models import Person


@allow(can_key_sheets)
def index(request: HttpRequest) -> HttpResponseBase:
    """A box for a code, and the list of sheets with what became of each."""
    visible = PaperSheet.objects.visible_to(request.user).select_related("match__person", "establishment")
    found = listing.build(
        request, table=SheetTable, queryset=visible.defer("group"), filterset=SheetFilter, name="sheets"
    )
    audit.looked(verb="mentoring.sheet.listed", by=request.user, at=timezone.now(), shown=found.refs)
    context = {"listing": found, "find": FindForm(user=request.user)}
    return listing.respond(request, "mentoring/sheets/index.html", context)


@allow(can_key_sheets)
def find(request: HttpRequest) -> HttpResponse:
    """The code travels by POST: it stands in no address but as the sheet's ref."""
    form = FindForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid() and form.sheet:
        return redirect("mentoring:sheets-key", ref=form.sheet.ref)
    return answers.page(request, "mentoring/sheets/find.html", {"form": form})


@allow(can_see_delays)
def delays(request: HttpRequest) -> HttpResponseBase:
    """How long paper takes, by prison: a chart, a table and a file. It names nobody."""
    now = timezone.now()
    form = PeriodForm(request.GET or None)
    days = int(form.cleaned_data["days"] or 365) if form.is_valid() else 365
    found = reports.delays(user=request.user, since=now - timedelta(days=days), until=now)
    if request.GET.get("format") == "csv":
        audit.record(verb="mentoring.sheet.delays_exported", by=request.user, at=now, rows=len(found), days=days)
        headers = ["Prison", *(words for words, _ in reports.in_all(found)), "All", "Middle (days)"]
        lines = [[delay.place, *delay.counts, delay.total, delay.middle] for delay in found]
        return downloads.csv_file(Grid(headers, lines), name="paper-delays", day=local_day(now))
    chart = charts.bars("Sheets by how long they took", reports.in_all(found) if found else [], "sheets")
    context = {"form": form, "chart": chart, "found": found, "csv_url": f"?days={days}&format=csv"}
    return answers.page(request, "mentoring/sheets/delays.html", context)


@allow(can_key_sheets)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    sheet = loading.sheet(ref=ref, by=request.user, at=now)
    found = became(sheet, by=request.user, at=now) if sheet.status == PaperSheet.Status.KEYED else None
    names = names_of(sheet.names_by_hand)
    context = {"sheet": sheet, "facts_of_it": facts_of(sheet), "became": found, "names": names}
    return render(request, "mentoring/sheets/detail.html", context)


@allow(can_key_sheets)
def void(request: HttpRequest, ref: str) -> HttpResponse:
    now = timezone.now()
    sheet = loading.sheet(ref=ref, by=request.user, at=now)
    form = VoidForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if answers.attempt(form, sheets.void, sheet=sheet, reason=reason, by=request.user, at=now):
            messages.success(request, "Cancelled. Nobody can type it in any more.")
            return redirect("mentoring:sheets-detail", ref=ref)
    return answers.page(request, "mentoring/sheets/void.html", {"form": form, "sheet": sheet})


@allow(can_key_sheets)
def key(request: HttpRequest, ref: str) -> HttpResponse:
    """Type a sheet in; a blank one asks first whose it is."""
    sheet = loading.sheet(ref=ref, by=request.user, at=timezone.now())
    if sheet.status != PaperSheet.Status.PRINTED:
        return _not_waiting(request, sheet)
    whose = printed_for(sheet)
    if whose or sheet.kind in ABOUT_SOMEBODY_NEW:
        return _key(request, sheet, whose)
    form = WhoseForm(request.POST or None, user=request.user, sheet=sheet)
    if request.method == "POST" and form.is_valid():
        return redirect("mentoring:sheets-key_for", ref=ref, who_ref=form.cleaned_data["who"])
    return answers.page(request, "mentoring/sheets/whose.html", {"form": form, "sheet": sheet})


@allow(can_key_sheets)
def key_for(request: HttpRequest, ref: str, who_ref: str) -> HttpResponse:
    """Type in a sheet on which nobody's name was printed."""
    now = timezone.now()
    sheet = loading.sheet(ref=ref, by=request.user, at=now)
    found = (one for some in candidates(request.user, sheet) for one in some.filter(ref=who_ref))
    if (whose := next(found, None)) is None:
        raise Http404
    audit.looked(verb="mentoring.sheet.opened", by=request.user, at=now, subject=sheet, about=_person(whose))
    if sheet.status != PaperSheet.Status.PRINTED:
        return _not_waiting(request, sheet)
    return _key(request, sheet, whose)


def _person(whose: Whose) -> Person | None:
    if isinstance(whose, Match | Mentor):
        return whose.person
    return whose if isinstance(whose, Person) else None


def _key(request: HttpRequest, sheet: PaperSheet, whose: Whose) -> HttpResponse:
    keying = keying_of(sheet=sheet, whose=whose, data=request.POST or None, today=local_day(timezone.now()))
    key = ref_from(request.POST.get("key"))
    if request.method == "POST" and keying.form.is_valid():
        try:
            made = answers.attempt(
                keying.form, keying.save, **keying.said(), key=key, by=request.user, at=timezone.now()
            )
        except sheets.KeyedAlready as already:
            return _not_waiting(request, already.sheet, keying.form)
        if made:
            messages.success(request, "Typed in. You can throw the paper away as your team does.")
            return redirect(page_of(made))
    context = {"form": keying.form, "key": key, "sheet": sheet, "keying": keying}
    return answers.page(request, "mentoring/sheets/key.html", context)


def _not_waiting(request: HttpRequest, sheet: PaperSheet, form: HouseForm | None = None) -> HttpResponse:
    """Status 409: what became of the sheet and, beside it, what was typed this time, if anything was."""
    found = became(sheet, by=request.user, at=timezone.now())
    rows = answers.compared(form, found.there) if form and found else []
    context = {"sheet": sheet, "facts_of_it": facts_of(sheet), "became": found, "rows": rows}
    return render(request, "mentoring/sheets/not_waiting.html", context, status=answers.CONFLICT)
