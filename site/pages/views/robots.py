"""What search engines may read."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap as sitemap_of
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from common.access import allow, anyone
from pages.caching import kept_for_visitors
from pages.sitemaps import SITEMAPS

# Everything behind a sign-in, and everything that is different for each person who asks.
CLOSED = (
    "account", "cms", "components", "desk", "editing", "files", "health", "hooks", "inbox", "mentoring", "people",
    "places", "search", "training",
)  # fmt: skip


@allow(anyone)
def read(request: HttpRequest) -> HttpResponse:
    context = {"closed": CLOSED, "address": settings.PUBLIC_BASE_URL}
    return render(request, "pages/robots/robots.txt", context, content_type="text/plain; charset=utf-8")


@allow(anyone)
@kept_for_visitors
def sitemap(request: HttpRequest) -> HttpResponse:
    return sitemap_of(request, SITEMAPS)
