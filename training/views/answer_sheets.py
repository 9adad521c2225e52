"""Tests on paper: given out, listed, found by their code, typed in once, or cancelled."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from audit import actions as audit
from common import answers, documents, listing
from common.access import allow
from common.dates import local_day
from common.refs import ref_from
from training import printing_sheets
from training.actions import answer_sheets
from training.forms.answer_sheets import FindForm, GiveForm, KeyForm, VoidForm
from training.models import AnswerSheet
from training.permissions.answer_sheets import can_key_answer_sheets
from training.tables.answer_sheets import AnswerSheetTable, facts_of

Status = AnswerSheet.Status


@allow(can_key_answer_sheets)
def index(request: HttpRequest) -> HttpResponseBase:
    """A box for a code, and what became of each sheet."""
    visible = AnswerSheet.objects.visible_to(request.user)
    rows = visible.select_related("progress__enrolment__learner", "version").defer("version__content")
    found = listing.build(request, table=AnswerSheetTable, queryset=rows, name="answer-sheets")
    audit.looked(verb="training.answer_sheet.listed", by=request.user, at=timezone.now(), shown=found.refs)
    context = {"listing": found, "find": FindForm(user=request.user)}
    return listing.respond(request, "training/answer_sheets/index.html", context)


@allow(can_key_answer_sheets)
def find(request: HttpRequest) -> HttpResponse:
    """The code travels by POST: it stands in no address but as the sheet's ref."""
    form = FindForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid() and form.sheet:
        return redirect("training:answer_sheets-key", ref=form.sheet.ref)
    return answers.page(request, "training/answer_sheets/find.html", {"form": form})


@allow(can_key_answer_sheets)
def give(request: HttpRequest) -> HttpResponse:
    form, key = GiveForm(request.POST or None, user=request.user), ref_from(request.POST.get("key"))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        sheet = answers.attempt(
            form, answer_sheets.give, whose=form.whose(), version=said["module"], adjustments=said["adjustments"],
            key=key, by=request.user, at=timezone.now(),
        )  # fmt: skip
        if sheet:
            return redirect("training:answer_sheets-detail", ref=sheet.ref)
    return answers.page(request, "training/answer_sheets/give.html", {"form": form, "key": key})


def _load(request: HttpRequest, ref: str) -> AnswerSheet:
    visible = AnswerSheet.objects.visible_to(request.user).select_related(
        "progress__enrolment__learner", "progress__version", "version", "attempt", "printed_by"
    )
    sheet = get_object_or_404(visible, ref=ref)
    audit.looked(verb="training.answer_sheet.opened", by=request.user, at=timezone.now(), subject=sheet)
    return sheet


@allow(can_key_answer_sheets)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    sheet = _load(request, ref)
    context = {"sheet": sheet, "facts_of_it": facts_of(sheet), "certificate": sheet.progress.certificate}
    return render(request, "training/answer_sheets/detail.html", context)


@allow(can_key_answer_sheets)
def paper(request: HttpRequest, ref: str) -> FileResponse:
    now, sheet = timezone.now(), _load(request, ref)
    if sheet.status != Status.PRINTED:
        raise Http404
    return documents.respond(printing_sheets.sheet_pdf(sheet, at=now), name="answer-sheet", at=now)


@allow(can_key_answer_sheets)
def result(request: HttpRequest, ref: str) -> FileResponse:
    """For whoever wrote it, who may have no screen to hear it on."""
    now, sheet = timezone.now(), _load(request, ref)
    if sheet.status != Status.KEYED:
        raise Http404
    return documents.respond(printing_sheets.result_pdf(sheet, at=now), name="how-you-did", at=now)


@allow(can_key_answer_sheets)
def key(request: HttpRequest, ref: str) -> HttpResponse:
    now, sheet = timezone.now(), _load(request, ref)
    if sheet.status == Status.VOID:
        return redirect("training:answer_sheets-detail", ref=ref)
    asked = printing_sheets.questions(sheet)
    form = KeyForm(request.POST or None, sheet=sheet, asked=asked, today=local_day(now))
    if sheet.status == Status.KEYED:
        return _typed_in_already(request, sheet, form)
    if request.method == "POST" and form.is_valid():
        try:
            done = answers.attempt(
                form, answer_sheets.key_in, sheet=sheet, written=form.written(), by=request.user, at=now
            )
        except answer_sheets.KeyedAlready as already:
            return _typed_in_already(request, already.sheet, form)
        if done:
            messages.success(request, "Typed in and marked. You can put the paper away as your team does.")
            return redirect("training:answer_sheets-detail", ref=ref)
    return answers.page(request, "training/answer_sheets/key.html", {"form": form, "sheet": sheet})


def _typed_in_already(request: HttpRequest, sheet: AnswerSheet, form: KeyForm) -> HttpResponse:
    """Status 409: what was typed in first and, beside it, what was typed now, if anything was."""
    differs = []
    if form.is_bound and form.is_valid():
        now_given = form.written().given
        kept = {one.block_id: one.given for one in sheet.attempt.answers.all()} if sheet.attempt else {}
        differs = [one["number"] for one in form.asked if now_given.get(one["id"]) != kept.get(one["id"])]
    context = {"sheet": sheet, "facts_of_it": facts_of(sheet), "differs": differs, "bound": form.is_bound}
    return render(request, "training/answer_sheets/typed_already.html", context, status=answers.CONFLICT)


@allow(can_key_answer_sheets)
def void(request: HttpRequest, ref: str) -> HttpResponse:
    sheet, form = _load(request, ref), VoidForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if answers.attempt(form, answer_sheets.void, sheet=sheet, **said, by=request.user, at=timezone.now()):
            messages.success(request, "Cancelled. Nobody can type it in any more.")
            return redirect("training:answer_sheets-detail", ref=ref)
    return answers.page(request, "training/answer_sheets/void.html", {"form": form, "sheet": sheet})
