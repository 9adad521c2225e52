"""Modules to take along: on paper for whoever has no screen, and as packages for other systems."""

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from common import documents
from common.access import allow
from training import packing, printing_handouts
from training.models import ModuleVersion
from training.permissions.handouts import can_list_handouts, can_pack_handouts, can_print_handouts


@allow(can_list_handouts)
def index(request: HttpRequest) -> HttpResponse:
    """Each module as it stands today."""
    newest = ModuleVersion.objects.newest().order_by("course_key", "pk").defer("content")
    context = {"versions": newest, "may_pack": can_pack_handouts(request.user)}
    return render(request, "training/handouts/index.html", context)


@allow(can_print_handouts)
def workbook(request: HttpRequest, ref: str) -> FileResponse:
    now, version = timezone.now(), _version(ref)
    made = printing_handouts.workbook_pdf(version, large="large" in request.GET, at=now)
    return documents.respond(made, name="workbook", at=now)


@allow(can_print_handouts)
def summary(request: HttpRequest, ref: str) -> FileResponse:
    now, version = timezone.now(), _version(ref)
    made = printing_handouts.summary_pdf(version, large="large" in request.GET, at=now)
    return documents.respond(made, name="in-short", at=now)


@allow(can_pack_handouts)
def pages(request: HttpRequest, ref: str) -> HttpResponse:
    """For a prison’s content hub, or a stick: pages that need no network and no script."""
    return _zip(packing.pages_zip(_version(ref)), "pages.zip")


@allow(can_pack_handouts)
def scorm(request: HttpRequest, ref: str) -> HttpResponse:
    """For another learning system."""
    return _zip(packing.scorm_zip(_version(ref)), "scorm.zip")


def _zip(made: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _version(ref: str) -> ModuleVersion:
    return get_object_or_404(ModuleVersion.objects.select_related("page"), ref=ref)
