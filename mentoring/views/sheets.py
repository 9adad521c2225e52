"""Paper sheets: listed, found by their code, typed in once, or cancelled."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, listing
from common.access import allow
from common.refs import ref_from
from mentoring import loading, printing
from mentoring.actions import sheets
from mentoring.filters.sheets import SheetFilter
from mentoring.forms.changes import answers_of
from mentoring.forms.sheets import (
    FindForm,
    PaperSessionForm,
    VoidForm,
    WhoseForm,
    candidates,
    first_answers,
)
from mentoring.models import Match, Mentor, PaperSheet, Session
from mentoring.permissions.sheets import can_key_sheets
from mentoring.tables.sessions import facts_of as facts_of_session
from mentoring.tables.sheets import SheetTable, facts_of

Kind = PaperSheet.Kind


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


@allow(can_key_sheets)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    sheet = loading.sheet(ref=ref, by=request.user, at=timezone.now())
    return render(request, "mentoring/sheets/detail.html", {"sheet": sheet, "facts_of_it": facts_of(sheet)})


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
    if whose := sheet.match or sheet.mentor:
        return _key(request, sheet, whose)
    form = WhoseForm(request.POST or None, user=request.user, sheet=sheet)
    if request.method == "POST" and form.is_valid():
        return redirect("mentoring:sheets-key_for", ref=ref, who_ref=form.cleaned_data["who"].ref)
    return answers.page(request, "mentoring/sheets/whose.html", {"form": form, "sheet": sheet})


@allow(can_key_sheets)
def key_for(request: HttpRequest, ref: str, who_ref: str) -> HttpResponse:
    """Type in a sheet on which nobody's name was printed."""
    now = timezone.now()
    sheet = loading.sheet(ref=ref, by=request.user, at=now)
    whose = get_object_or_404(candidates(request.user, sheet), ref=who_ref)
    audit.looked(verb="mentoring.sheet.opened", by=request.user, at=now, subject=sheet, about=whose.person)
    if sheet.status != PaperSheet.Status.PRINTED:
        return _not_waiting(request, sheet)
    return _key(request, sheet, whose)


def _key(request: HttpRequest, sheet: PaperSheet, whose: Match | Mentor) -> HttpResponse:
    now = timezone.now()
    group = isinstance(whose, Mentor)
    mentor = whose if isinstance(whose, Mentor) else whose.mentor
    matches = printing.people_of(whose) if isinstance(whose, Mentor) else [whose]
    form = PaperSessionForm(request.POST or None, matches=matches, group=group, initial=first_answers(sheet))
    key = ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        try:
            session = answers.attempt(
                form, sheets.key_session, sheet=sheet, mentor=mentor, details=form.details(), marks=form.marks(),
                written_on=form.cleaned_data["written_on"], key=key, worry=form.worry_raised(), by=request.user, at=now,
            )  # fmt: skip
        except sheets.KeyedAlready as already:
            return _not_waiting(request, already.sheet, form)
        if session:
            messages.success(request, "Typed in. You can throw the paper away as your team does.")
            return redirect("mentoring:sessions-detail", ref=session.ref)
    context = {"form": form, "key": key, "sheet": sheet, "mentor": mentor, "matches": matches, "group": group}
    return answers.page(request, "mentoring/sheets/key.html", context)


def _not_waiting(request: HttpRequest, sheet: PaperSheet, form: PaperSessionForm | None = None) -> HttpResponse:
    """Status 409: what became of the sheet and, beside it, what was typed this time, if anything was."""
    session = Session.objects.visible_to(request.user).filter(sheet=sheet).first()
    context: dict[str, Any] = {"sheet": sheet, "facts_of_it": facts_of(sheet), "session": session, "rows": []}
    if session:
        session = loading.session(ref=session.ref, by=request.user, at=timezone.now())
        context["facts_of_session"] = facts_of_session(session)
        if form:
            context["rows"] = answers.compared(form, answers_of(session))
    return render(request, "mentoring/sheets/not_waiting.html", context, status=answers.CONFLICT)
