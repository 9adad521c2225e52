"""Tools: sheets that a service takes as they are or makes its own. A version is cut when one is published."""

from datetime import date
from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages.models.adoptions import Adoption
from pages.models.base import READING_AGE, BasePage
from pages.models.guides import STAFF_READING_AGE
from pages.models.tool_versions import ToolVersion
from pages.rules import tools as rules
from pages.rules.editions import fingerprint
from pages.rules.guides import Freshness, freshness
from pages.sources import NATIONS, Sources
from pages.tool_blocks import ToolBody


class ToolIndexPage(BasePage):
    template = "pages/tools/list.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.ToolPage"]

    class Meta:
        verbose_name = "list of tools"
        verbose_name_plural = "lists of tools"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        tools = ToolPage.objects.child_of(self).live().public().order_by("path") if self.pk else ToolPage.objects.none()
        newest = ToolVersion.objects.filter(page=models.OuterRef("pk")).order_by("-number").values("number")[:1]
        return super().get_context(request, *args, **kwargs) | {"tools": tools.annotate(newest=models.Subquery(newest))}


class ToolPage(BasePage):
    """Its summary says what it is for."""

    for_whom = models.CharField("who it is for", max_length=200, blank=True)
    how = models.TextField("how to use it", max_length=500, blank=True)
    for_staff = models.BooleanField(
        default=True, help_text="Then it may ask for an older reader than pages for everybody."
    )
    nation = models.CharField(max_length=10, choices=NATIONS, blank=True, help_text="Where it holds.")
    licence = models.CharField(
        max_length=8, choices=[(code, known[0]) for code, known in rules.LICENCES.items()], default="ogl"
    )
    awaits_reading = models.BooleanField(
        "waits for somebody whose work the law is", default=False, help_text="Until then the page and its files say so."
    )
    body = StreamField(ToolBody(), blank=True)
    sources = StreamField(Sources(), blank=True, help_text="Where the law in it stands.")
    change_note = models.CharField(
        "what is new in this version", max_length=300, blank=True, help_text="For those who use an older one."
    )
    is_material = models.BooleanField("those who use an older version should change to this one", default=False)

    template = "pages/tools/read.html"
    parent_page_types = ["pages.ToolIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        *[FieldPanel(name) for name in ("for_whom", "how", "for_staff", "nation", "licence", "body", "sources")],
        MultiFieldPanel([FieldPanel("change_note"), FieldPanel("is_material")], heading="This version"),
        *BasePage.facts_panels,
        FieldPanel("awaits_reading"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("for_whom"), index.SearchField("body")]

    class Meta:
        verbose_name = "tool"

    def missing(self) -> dict[str, str]:
        needed = {
            "for_whom": (self.for_whom, "Say who it is for."),
            "how": (self.how, "Say how to use it."),
            "nation": (self.nation, "Say where it holds."),
            "checked_on": (self.checked_on, "Say on which day somebody checked it."),
            "review_by": (self.review_by, "Say when somebody will check it again."),
            "body": (self.body, "Write the tool before you publish it."),
            "change_note": (self._says_what_is_new(), "Say what is new in this version."),
        }
        return {field: sentence for field, (value, sentence) in needed.items() if not value}

    def _says_what_is_new(self) -> bool:
        """New words need a note of their own; the first version needs none."""
        last = ToolVersion.objects.filter(page=self).order_by("number").last() if self.pk else None
        if last is None or last.words == self.words():
            return True
        return bool(self.change_note) and self.change_note != last.change_note

    def words(self) -> str:
        """A fingerprint of what is read in it."""
        told = [self.title, self.summary, self.for_whom, self.how]
        return fingerprint(words=told, blocks=self.body.get_prep_value())

    def oldest_reader(self) -> int:
        asked = super().oldest_reader()
        return STAFF_READING_AGE if asked and self.for_staff else min(asked, READING_AGE)

    def freshness(self, today: date) -> Freshness:
        return freshness(
            checked_on=self.checked_on, review_by=self.review_by, today=today, awaits_reading=self.awaits_reading
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        versions = list(ToolVersion.objects.of(self).newest_first()) if self.pk else []
        return super().get_context(request, *args, **kwargs) | {
            "tool_versions": versions,
            "newest": versions[0] if versions else None,
            "licence": rules.licence(self.licence),
            "adopters": self.adopters(versions),
        }

    def adopters(self, versions: list[ToolVersion]) -> list[Adoption]:
        """Those who said that they use it, and may be named, by name; each knows its version without a query."""
        by_key = {version.pk: version for version in versions}
        found = list(Adoption.objects.named().filter(version__in=by_key)) if versions else []
        for one in found:
            one.version = by_key[one.version_id]
        return found
