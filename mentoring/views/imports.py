"""Bringing records in from another system."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from audit import actions as audit
from common import answers
from common.access import allow
from common.exports import safe
from common.spreadsheets import BOM
from common.transitions import NotAllowed
from mentoring.actions import imports
from mentoring.columns import SHEETS
from mentoring.forms.imports import ImportForm, UndoForm
from mentoring.models.imports import Import
from mentoring.permissions.imports import can_import
from mentoring.reading import PROBLEM
from mentoring.tasks import apply_import

SHOWN = 20  # problems on the page; the error file has them all


@allow(can_import)
def index(request: HttpRequest) -> HttpResponse:
    form = ImportForm(*([request.POST, request.FILES] if request.method == "POST" else []))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        brought = imports.check(
            kind=said["kind"], source=said["source"], rows=form.rows, reason=said["reason"], by=request.user,
            at=timezone.now(),
        )  # fmt: skip
        return redirect("mentoring:imports-page", ref=brought.ref)
    newest = Import.objects.visible_to(request.user).defer("rows", "reason").order_by("-brought_at", "-pk")[:20]
    sheets = [(value, label, SHEETS[value].columns, f"examples/{value}.csv") for value, label in Import.Kind.choices]
    context = {"form": form, "imports": newest, "sheets": sheets}
    return answers.page(request, "mentoring/imports/index.html", context)


def _find(request: HttpRequest, ref: str) -> Import:
    return get_object_or_404(Import.objects.visible_to(request.user), ref=ref)


@require_safe
@allow(can_import)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    """The dry run before, the progress meanwhile, and what came of it after."""
    return _page(request, _find(request, ref))


def _page(request: HttpRequest, brought: Import, reasons: Iterable[str] = (), status: int = 200) -> HttpResponse:
    wrong = [row for row in brought.read_rows() if row["problems"]]
    context = {
        "brought": brought,
        "wrong": wrong[:SHOWN],
        "right": brought.total - brought.wrong,
        "reasons": reasons,
        "shown": SHOWN,
    }
    return render(request, "mentoring/imports/page.html", context, status=status)


@require_POST
@allow(can_import)
def apply(request: HttpRequest, ref: str) -> HttpResponse:
    brought = _find(request, ref)
    try:
        with transaction.atomic():  # the work is promised with the word, or not at all
            imports.start(brought=brought, by=request.user, at=timezone.now())
            apply_import.enqueue(brought.ref)
    except NotAllowed as refused:
        return _page(request, brought, refused.reasons, answers.CONFLICT)
    messages.success(request, "It is being brought in. You can close this page.")
    return redirect("mentoring:imports-page", ref=ref)


@allow(can_import)
def undo(request: HttpRequest, ref: str) -> HttpResponse:
    brought = _find(request, ref)
    form = UndoForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if answers.attempt(form, imports.undo, brought=brought, reason=reason, by=request.user, at=timezone.now()):
            messages.success(request, "Everything that this import made is gone.")
            return redirect("mentoring:imports-page", ref=ref)
    return answers.page(request, "mentoring/imports/undo.html", {"form": form, "brought": brought})


@require_safe
@allow(can_import)
def problems(request: HttpRequest, ref: str) -> HttpResponse:
    """The rows that cannot come in, as they came, with one column more that says why."""
    brought = _find(request, ref)
    audit.looked(verb="mentoring.import.problems_taken", by=request.user, at=timezone.now(), subject=brought)
    names = [column.name for column in SHEETS[brought.kind].columns]
    rows = [[*(row["cells"].get(name, "") for name in names), " ".join(row["problems"])]
            for row in brought.read_rows() if row["problems"]]  # fmt: skip
    return _csv([[*names, PROBLEM], *rows], f"{brought.kind}-problems")


@require_safe
@allow(can_import)
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty file with the right headings."""
    if kind not in SHEETS:
        raise Http404
    return _csv([[column.name for column in SHEETS[kind].columns]], kind)


def _csv(rows: list[list[Any]], name: str) -> HttpResponse:
    written = io.StringIO()
    csv.writer(written).writerows([safe(str(cell)) for cell in row] for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return HttpResponse(BOM + written.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)
