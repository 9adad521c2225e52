"""Bringing a list of staff in: looked at first, then brought in, and taken back while nobody has begun."""

import csv
import io
from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from audit import actions as audit
from common import answers
from common.access import allow
from common.exports import safe
from common.forms import HouseForm
from common.spreadsheets import BOM
from common.transitions import NotAllowed
from places.reading import PROBLEM
from training.actions import imports
from training.columns import CHOICES, SHEET
from training.forms.imports import ImportForm
from training.leading import act, find, prison, prisons
from training.models import Import
from training.permissions.learners import can_lead_learning
from training.rules.imports import DOES

SHOWN = 20  # problems on the page; the error file has them all
NAMES = [column.name for column in SHEET.columns]


@allow(can_lead_learning)
def index(request: HttpRequest) -> HttpResponse:
    sent = [request.POST, request.FILES] if request.method == "POST" else []
    form = ImportForm(
        *sent, prisons=prisons(request.user), user=request.user, initial={"establishment": prison(request)}
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        brought = answers.attempt(
            form, imports.check, establishment=said["establishment"], cohort=said["cohort"], rows=form.rows,
            by=request.user, at=timezone.now(),
        )  # fmt: skip
        if brought:
            return redirect("training:imports-page", ref=brought.ref)
    newest = Import.objects.visible_to(request.user).defer("rows").select_related("establishment")
    context = {
        "form": form, "imports": newest.order_by("-brought_at", "-pk")[:20], "columns": SHEET.columns, "jobs": CHOICES,
    }  # fmt: skip
    return answers.page(request, "training/leading/imports.html", context)


def _find(request: HttpRequest, ref: str) -> Import:
    found: Import = find(Import.objects.select_related("establishment", "cohort"), request, ref)
    return found


@require_safe
@allow(can_lead_learning)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    """What the file would do before, and what came of it after."""
    return _page(request, _find(request, ref))


def _page(request: HttpRequest, brought: Import, reasons: Iterable[str] = (), status: int = 200) -> HttpResponse:
    rows = brought.read_rows()
    wrong = [row for row in rows if row["problems"]]
    does = Counter(row["does"] for row in rows if row["does"])
    context = {
        "brought": brought, "wrong": wrong[:SHOWN], "right": brought.total - brought.wrong, "reasons": reasons,
        "shown": SHOWN, "does": [(does[name], words) for name, words in DOES.items() if does[name]],
    }  # fmt: skip
    return render(request, "training/leading/import.html", context, status=status)


@require_POST
@allow(can_lead_learning)
def apply(request: HttpRequest, ref: str) -> HttpResponse:
    brought = _find(request, ref)
    try:
        imports.apply(brought=brought, by=request.user, at=timezone.now())
    except NotAllowed as refused:
        return _page(request, brought, refused.reasons, answers.CONFLICT)
    messages.success(request, "The list is brought in.")
    return redirect("training:imports-page", ref=ref)


@allow(can_lead_learning)
def undo(request: HttpRequest, ref: str) -> HttpResponse:
    brought = _find(request, ref)
    form = HouseForm(request.POST if request.method == "POST" else None)
    page = {
        "title": "Take this list back?", "button": "Take it back", "tone": "stop",
        "lede": "Everybody whom it added is deleted, and whoever it moved is back where they were. It works only while "
        "nobody of it has begun to learn.",
    }  # fmt: skip
    return act(request, form, imports.undo, brought=brought, at=timezone.now(), page=page,
               back=reverse("training:imports-page", args=[ref]), done="The list is taken back.")  # fmt: skip


@require_safe
@allow(can_lead_learning)
def problems(request: HttpRequest, ref: str) -> HttpResponse:
    """The rows that cannot come in, as they came, with one column more that says why."""
    brought = _find(request, ref)
    audit.looked(verb="training.import.problems_taken", by=request.user, at=timezone.now(), subject=brought)
    rows = [[*(row["cells"].get(name, "") for name in NAMES), " ".join(row["problems"])]
            for row in brought.read_rows() if row["problems"]]  # fmt: skip
    return _csv([[*NAMES, PROBLEM], *rows], "staff-problems")


@require_safe
@allow(can_lead_learning)
def template(request: HttpRequest) -> HttpResponse:
    """An empty file with the right headings."""
    return _csv([NAMES], "staff")


def _csv(rows: list[list[Any]], name: str) -> HttpResponse:
    written = io.StringIO()
    csv.writer(written).writerows([safe(str(cell)) for cell in row] for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return HttpResponse(BOM + written.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)
