"""For editors: links that lead nowhere, links that lead out, and who links to a page."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.models import Page

from accounts.access import user_of
from common import answers, downloads
from common.access import allow
from common.dates import local_day
from common.spreadsheets import Grid
from pages import links
from pages.actions import links as actions
from pages.forms.links import LinkCheckForm
from pages.models import LinkCheck
from pages.permissions import can_open_editor

HEADINGS = ("Address", "On these pages", "Last looked at", "By", "Found")
MOST = 500


@require_safe
@allow(can_open_editor)
def index(request: HttpRequest) -> HttpResponse:
    broken = links.broken()
    return render(request, "pages/links/index.html", {"broken": broken[:MOST], "count": len(broken)})


@require_safe
@allow(can_open_editor)
def outside(request: HttpRequest) -> HttpResponse:
    found = links.outside()
    return render(request, "pages/links/outside.html", {"links": found[:MOST], "count": len(found)})


@require_safe
@allow(can_open_editor)
def take_out(request: HttpRequest) -> StreamingHttpResponse:
    """All addresses that are not ours, as a spreadsheet."""
    lines = [
        (
            one.address, "; ".join(one.spots), one.last and one.last.on, one.last and one.last.by.display_name,
            one.last and one.last.get_outcome_display(),
        )
        for one in links.outside()
    ]  # fmt: skip
    return downloads.csv_file(Grid(HEADINGS, lines), name="links-out", day=local_day(timezone.now()))


@allow(can_open_editor)
def check(request: HttpRequest, key: str) -> HttpResponse:
    """Follow it, and write down what was there. We ask no other server ourselves."""
    link = next((one for one in links.outside() if one.key == key), None)
    if link is None:
        raise Http404
    form = LinkCheckForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actions.check(address=link.address, by=user_of(request), at=timezone.now(), **form.cleaned_data)
        messages.success(request, "Written down.")
        return redirect("pages:links-outside")
    looks = LinkCheck.objects.of(key)[:MOST]
    return answers.page(request, "pages/links/check.html", {"form": form, "link": link, "looks": looks})


@require_safe
@allow(can_open_editor)
def to(request: HttpRequest, key: UUID, language: str) -> HttpResponse:
    """Who links to this page, or to what stands below it."""
    page = get_object_or_404(Page, translation_key=key, locale__language_code=language)
    return render(request, "pages/links/to.html", {"page": page, "spots": links.to(page)})
