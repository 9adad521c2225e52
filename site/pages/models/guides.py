"""Guides: what a person's rights are, where that is written, and what to say."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page, Revision
from wagtail.search import index

from pages.blocks import Body
from pages.formats import Format, formats
from pages.helplines import written_out
from pages.models.base import BasePage
from pages.models.editions import Edition
from pages.rules import topics
from pages.rules.editions import behind
from pages.rules.guides import Freshness, freshness
from pages.rules.read_aloud import script
from pages.sources import NATIONS, Sources

STAFF_READING_AGE = 13


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
        guides = [(guide.topic, guide) for guide in self.guides()] if self.pk else []
        return super().get_context(request, *args, **kwargs) | {"topics": topics.by_topic(guides, say=gettext)}


class GuidePage(RoutablePageMixin, BasePage):
    """Published only with a source and the day on which somebody checked it. Other formats stand below its address."""

    nation = models.CharField(
        max_length=10, choices=NATIONS, blank=True, help_text="Whose law this is. England and Wales differ."
    )
    topic = models.CharField(
        max_length=10, choices=topics.TOPICS, blank=True, help_text="Under which heading it stands in the list."
    )
    based_on = models.PositiveIntegerField(
        null=True, blank=True, help_text="Of a translation: the version of the English guide that it follows."
    )
    in_short = models.TextField(
        max_length=500, blank=True, help_text="The one thing to know, for somebody who reads no further."
    )
    awaits_reading = models.BooleanField(
        "waits for somebody whose work the law is",
        default=False,
        help_text="Until then the page says so at its top, and not that it was checked.",
    )
    body = StreamField(Body(), blank=True)
    sources = StreamField(Sources(), blank=True, help_text="Where each fact on this page comes from.")

    template = "pages/guides/read.html"
    schema_type = "Article"
    parent_page_types = ["pages.GuideIndexPage"]
    subpage_types = ["pages.EasyReadPage"]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("topic"),
        FieldPanel("nation"),
        FieldPanel("in_short"),
        FieldPanel("body"),
        FieldPanel("sources"),
        *BasePage.facts_panels,
        FieldPanel("awaits_reading"),
        FieldPanel("based_on"),
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

    def freshness(self, today: date) -> Freshness:
        return freshness(
            checked_on=self.checked_on,
            review_by=self.review_by,
            today=today,
            awaits_reading=self.awaits_reading,
            say=gettext,
        )

    def oldest_reader(self) -> int:
        asked = super().oldest_reader()
        return STAFF_READING_AGE if asked and self.topic == topics.STAFF else asked

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> Any:
        """Published words that are new make a new version; other formats are behind until somebody follows."""
        done = super().publish(revision, user=user, **kwargs)
        if (now := GuidePage.objects.filter(pk=self.pk, live=True).first()) and now.is_the_guide():
            Edition.objects.add_if_new(now)
        return done

    def is_the_guide(self) -> bool:
        """The English page is the guide. What stands in another language follows it."""
        return str(self.locale.language_code) == settings.LANGUAGE_CODE

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """By the part of the address that names a format, which the base of every page knows nothing of."""
        return self.to_its_own_address() or super().serve(request, *args, **kwargs)

    def get_route_paths(self) -> list[str]:
        """What a redirect is made for when its address changes: the formats are on paper and in letters, too."""
        return ["/", "/large-print/", "/read-aloud/"] if self.is_the_guide() else ["/", "/large-print/"]

    def formats(self, current: str) -> list[Format]:
        below = self.get_children().live().public() if self.numchild else Page.objects.none()
        easy = below.filter(content_type__model="easyreadpage").first()
        known = formats(self.url, easy=easy.url if easy else "", current=current) if self.url else []
        return known if self.is_the_guide() else known[:-1]

    def behind(self) -> str:
        """What to tell readers of a translation that has not kept up; "" where it has."""
        english = self.versions.get(settings.LANGUAGE_CODE)
        if self.is_the_guide() or english is None:
            return ""
        current = Edition.objects.current(english.pk)
        return behind(based_on=self.based_on, current=current, language=self.language_code)

    @path("")
    def as_it_is(self, request: HttpRequest) -> HttpResponse:
        return self.render(request)

    @path("large-print/")
    def large_print(self, request: HttpRequest) -> HttpResponse:
        """Its links to other guides lead to their large print: nobody has to choose it again."""
        guides = GuidePage.objects.sibling_of(self).live().public().select_related("locale")
        said = {"large": True, "formats": self.formats("large-print"), "in_large": {page.url for page in guides}}
        return self.render(request, context_overrides=said)

    @path("read-aloud/")
    def read_aloud(self, request: HttpRequest) -> HttpResponse:
        if not self.is_the_guide():
            raise Http404  # numbers are put into English words
        blocks = written_out(self.body.get_prep_value())
        lines = script(title=f"{self.title}.", summary=self.summary, in_short=self.in_short, blocks=blocks)
        said = {"lines": lines, "formats": self.formats("read-aloud")}
        return self.render(request, template="pages/guides/read_aloud.html", context_overrides=said)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        headings = [(block.id, block.value) for block in self.body if block.block_type == "heading" and block.value]
        return super().get_context(request, *args, **kwargs) | {
            "headings": headings,
            "in_large": (),
            "formats": self.formats("standard") if self.pk else [],
            "behind": self.behind(),
            "edition": Edition.objects.current(self.pk) if self.pk else None,
        }
