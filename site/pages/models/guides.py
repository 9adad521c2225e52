"""Guides: what a person's rights are, where that is written, and what to say."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages.blocks import Body
from pages.models.base import BasePage
from pages.sources import NATIONS, Sources


class GuideIndexPage(BasePage):
    template = "pages/guides/list.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.GuidePage"]

    class Meta:
        verbose_name = "list of guides"
        verbose_name_plural = "lists of guides"

    def guides(self) -> models.QuerySet["GuidePage"]:
        """In the order in which the editors put them."""
        return GuidePage.objects.child_of(self).live().public().order_by("path")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"guides": self.guides() if self.pk else []}


class GuidePage(BasePage):
    """Published only with a source and the day on which somebody checked it."""

    nation = models.CharField(
        max_length=10, choices=NATIONS, blank=True, help_text="Whose law this is. England and Wales differ."
    )
    in_short = models.TextField(
        max_length=500, blank=True, help_text="The one thing to know, for somebody who reads no further."
    )
    body = StreamField(Body(), blank=True)
    sources = StreamField(Sources(), blank=True, help_text="Where each fact on this page comes from.")

    template = "pages/guides/read.html"
    parent_page_types = ["pages.GuideIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("nation"),
        FieldPanel("in_short"),
        FieldPanel("body"),
        FieldPanel("sources"),
        *BasePage.facts_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("in_short"), index.SearchField("body")]

    class Meta:
        verbose_name = "guide"

    def missing(self) -> dict[str, str]:
        needed = {
            "nation": (self.nation, "Say which nation’s law this is."),
            "checked_on": (self.checked_on, "Say on which day somebody checked these facts."),
            "review_by": (self.review_by, "Say when somebody will check them again."),
            "body": (self.body, "Write the guide before you publish it."),
            "sources": (self.sources, "Name at least one source: readers must be able to check."),
        }
        return {field: sentence for field, (value, sentence) in needed.items() if not value}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        headings = [(block.id, block.value) for block in self.body if block.block_type == "heading" and block.value]
        return super().get_context(request, *args, **kwargs) | {"headings": headings}
