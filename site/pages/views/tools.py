"""One version of a tool: to read, to print and to change. It stays at its address when a newer one has come."""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import condition, require_safe

from accounts.limits import may_print
from common.access import allow, anyone
from common.documents import PDF
from pages.caching import SECONDS, kept_for_visitors, shelf
from pages.models import ToolVersion
from pages.printing import tool_pdf
from pages.rules.tools import licence
from pages.tool_documents import DOCX, tool_docx

TOO_OFTEN = "That is a lot from here. Wait a minute and ask again."
Make = Callable[..., bytes]


def find(tool: str, number: str) -> ToolVersion:
    if not (number.isascii() and number.isdigit() and len(number) < 6):
        raise Http404
    return get_object_or_404(ToolVersion.objects.for_readers(), tool=tool, number=int(number))


def mark_of(request: HttpRequest, tool: str, number: str) -> str:
    """What the file is made of: a browser that has it already need not fetch it again."""
    return f'"{find(tool, number).sha256[:32]}"'


@require_safe
@allow(anyone)
@kept_for_visitors
def version(request: HttpRequest, tool: str, number: str) -> HttpResponse:
    found = find(tool, number)
    newer = ToolVersion.objects.filter(page=found.page_id).newest_first().first()
    context = {
        "version": found, "tool": found.plain, "licence": licence(found.plain["licence"]),
        "newer": newer if newer and newer.number > found.number else None,
    }  # fmt: skip
    return render(request, "pages/tools/version.html", context)


@require_safe
@allow(anyone)
@condition(etag_func=mark_of)
def pdf(request: HttpRequest, tool: str, number: str) -> HttpResponse:
    return _file(request, find(tool, number), tool_pdf, kind="pdf", content_type=PDF)


@require_safe
@allow(anyone)
@condition(etag_func=mark_of)
def docx(request: HttpRequest, tool: str, number: str) -> HttpResponse:
    return _file(request, find(tool, number), tool_docx, kind="docx", content_type=DOCX)


def _file(request: HttpRequest, found: ToolVersion, make: Make, *, kind: str, content_type: str) -> HttpResponse:
    """Made once an hour in each process, however many ask. Caches ask again after a minute, for a tool may be taken
    down: a few bytes say that they have it already.
    """
    key = f"tool:{found.ref}:{kind}"
    made: bytes | None = shelf().get(key)
    if made is None:
        if not may_print(request):
            return HttpResponse(TOO_OFTEN, status=429, content_type="text/plain")
        made = make(found, address=f"{settings.PUBLIC_BASE_URL}{found.get_absolute_url()}")
        shelf().set(key, made, 3600)
    response = HttpResponse(made, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{found.tool}-{found.number}.{kind}"'
    response["Cache-Control"] = f"public, max-age={SECONDS}"
    response["X-Content-Type-Options"] = "nosniff"
    return response
