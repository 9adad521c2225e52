"""For editors: which reading age each page asks for, and which it may ask for."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page, get_page_models

from pages.models.base import BasePage


class ReadingReport(PageReportView):
    """Measured anew each time, from the words that readers have now. English alone: there is no formula for Welsh."""

    page_title = "Reading ages"
    header_icon = "openquote"
    index_url_name = "pages_reading"
    index_results_url_name = "pages_reading_results"
    results_template_name = "pages/reports/reading.html"
    list_export = ["title", "asks_for", "may_ask_for"]
    export_headings = {"asks_for": "Asks for a reading age of", "may_ask_for": "May ask for"}

    def get_queryset(self) -> QuerySet[Page]:
        kinds = [kind for kind in get_page_models() if issubclass(kind, BasePage)]
        pages = Page.objects.type(*kinds).live().filter(locale__language_code=settings.LANGUAGE_CODE).specific()
        found: QuerySet[Page] = pages.order_by("title", "pk")
        return found

    def decorate_paginated_queryset(self, object_list: Iterable[Any]) -> Iterable[Any]:
        for page in object_list:
            page.asks_for, page.may_ask_for = page.reading_age(), page.oldest_reader()
        return object_list
