"""Whole files of places, in and out."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import user_of
from common import answers
from common.access import allow
from common.transitions import NotAllowed
from places import permissions, spreadsheets
from places.actions import loading
from places.forms.loading import UploadForm
from places.models import SHEETS, Upload
from places.planning import Plan, plan
from places.tables import loading as tables


@require_http_methods(["GET", "HEAD", "POST"])
@allow(permissions.can_load_places)
def index(request: HttpRequest) -> HttpResponse:
    form = UploadForm(*([request.POST, request.FILES] if request.method == "POST" else []))
    if form.is_valid():
        kind = form.cleaned_data["kind"]
        upload = loading.check(kind=kind, rows=form.rows, by=user_of(request), at=timezone.now())
        return redirect("places:loading-page", upload.ref)
    return answers.page(request, "places/loading/index.html", {"form": form, "kinds": Upload.Kind.choices})


def find(request: HttpRequest, ref: str) -> Upload:
    return get_object_or_404(Upload.objects.visible_to(request.user), ref=ref)


def told(upload: Upload, found: Plan) -> dict[str, Any]:
    return {
        "upload": upload,
        "found": found,
        "counts": upload.counts or found.counts,
        "works": tables.works(found.works),
        "problems": tables.problems(found.problems),
    }


@require_safe
@allow(permissions.can_load_places)
def page(request: HttpRequest, ref: str) -> HttpResponse:
    upload = find(request, ref)
    found = plan(upload.sheet, upload.read_rows())
    return render(request, "places/loading/page.html", told(upload, found))


@require_POST
@allow(permissions.can_load_places)
def apply(request: HttpRequest, ref: str) -> HttpResponse:
    upload, seen = find(request, ref), request.POST.get("seen", "")
    try:
        loading.apply(upload=upload, seen=seen, by=user_of(request), at=timezone.now())
    except NotAllowed as refused:
        found = plan(upload.sheet, upload.read_rows())
        context = told(upload, found) | {"reasons": refused.reasons}
        return render(request, "places/loading/page.html", context, status=answers.CONFLICT)
    messages.success(request, "The directory is changed.")
    return redirect("places:loading-page", upload.ref)


@require_safe
@allow(permissions.can_load_places)
def problems(request: HttpRequest, ref: str) -> HttpResponseBase:
    upload = find(request, ref)
    pieces = spreadsheets.problems(plan(upload.sheet, upload.read_rows()))
    return as_csv(pieces, f"{upload.kind}-problems")


@require_safe
@allow(permissions.can_keep_directory)
def export(request: HttpRequest, kind: str) -> HttpResponseBase:
    sheet = SHEETS[kind]
    records = sheet.records()
    loading.export(kind=kind, rows=records.count(), by=user_of(request), at=timezone.now())
    return as_csv(spreadsheets.pieces(sheet, records), kind)


def as_csv(pieces: Any, name: str) -> HttpResponseBase:
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8", headers=headers)
