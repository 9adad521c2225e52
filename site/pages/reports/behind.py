"""For editors: which easy read and which translations follow an old version of their guide."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db.models import Max, QuerySet
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page

from pages.models.easy_read import EasyReadPage
from pages.models.guides import GuidePage


class BehindReport(PageReportView):
    page_title = "Formats that are behind"
    header_icon = "history"
    index_url_name = "pages_behind"
    index_results_url_name = "pages_behind_results"
    results_template_name = "pages/reports/behind.html"
    list_export = ["title", "based_on", "current"]
    export_headings = {"based_on": "Follows version", "current": "The guide is at version"}

    def get_queryset(self) -> QuerySet[Page]:
        self.late = {page.pk: (page.based_on, current) for page, current in behind()}
        pages: QuerySet[Page] = Page.objects.filter(pk__in=self.late).order_by("title")
        return pages

    def decorate_paginated_queryset(self, object_list: Iterable[Any]) -> Iterable[Any]:
        for page in object_list:
            page.based_on, page.current = self.late[page.pk]
        return object_list


def behind() -> Iterator[tuple[Any, int]]:
    """Each page that follows an old version, with the number of the version that its guide is at."""
    guides = GuidePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    current = guides.annotate(now=Max("editions__number")).values_list("path", "translation_key", "now")
    by_path = {path: now for path, _, now in current}
    by_key = {key: now for _, key, now in current}
    for page in EasyReadPage.objects.live():
        now = by_path.get(page.path[: -Page.steplen])
        if now and (page.based_on or 0) < now:
            yield page, now
    for page in GuidePage.objects.live().exclude(locale__language_code=settings.LANGUAGE_CODE):
        now = by_key.get(page.translation_key)
        if now and (page.based_on or 0) < now:
            yield page, now
