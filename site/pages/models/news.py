"""News: what is new, by day, and a feed of it."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, Paginator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from pages.blocks import Body
from pages.feeds import TYPE, atom
from pages.models.base import BasePage
from pages.models.guides import STAFF_READING_AGE
from pages.rules import news as rules
from pages.rules import topics
from pages.rules.guides import Freshness, freshness
from pages.sources import Sources


class NewsIndexPage(RoutablePageMixin, BasePage):
    """Newest first, ten on a page; each year, each page of the list and the feed have an address below it."""

    template = "pages/news/list.html"
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.NewsPage"]

    class Meta:
        verbose_name = "list of news"
        verbose_name_plural = "lists of news"

    def items(self, now: datetime) -> models.QuerySet["NewsPage"]:
        """Those that readers have at this moment, whether or not the clock has taken the others down yet."""
        if not self.pk:
            return NewsPage.objects.none()
        return readable(now).child_of(self)  # type: ignore[no-any-return]  # Wagtail's managers have no types

    def feed_address(self) -> str:
        return f"{self.public_address()}feed/"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """By the part of the address below this page, which the base of every page knows nothing of."""
        return self.to_its_own_address() or super().serve(request, *args, **kwargs)

    @path("")
    def newest(self, request: HttpRequest) -> HttpResponse:
        return self.listed(request, 1)

    @path("page/<int:number>/")
    def older(self, request: HttpRequest, number: int) -> HttpResponse:
        return self.listed(request, number)

    @path("<int:year>/")
    def of_year(self, request: HttpRequest, year: int) -> HttpResponse:
        return self.listed(request, 1, year)

    @path("<int:year>/page/<int:number>/")
    def older_of_year(self, request: HttpRequest, year: int, number: int) -> HttpResponse:
        return self.listed(request, number, year)

    @path("feed/")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """What gives its reader away is in no feed, which is read where others see it."""
        if self.sensitive:
            raise Http404
        now = request.now  # type: ignore[attr-defined]  # set by pages.middleware
        told = self.items(now).filter(sensitive=False)[: rules.IN_THE_FEED]
        return HttpResponse(atom(self, list(told)), content_type=TYPE)

    def listed(self, request: HttpRequest, number: int, year: int | None = None) -> HttpResponse:
        """A page of the list; 404 where there is none of that number, or nothing of that year."""
        items = self.items(request.now)  # type: ignore[attr-defined]  # set by pages.middleware
        years = [day.year for day in items.order_by().dates("day", "year", order="DESC")]
        if year is not None and year not in years:
            raise Http404
        paginator = Paginator(items.filter(day__year=year) if year else items, rules.ON_A_PAGE)
        try:
            part = paginator.page(number)
        except EmptyPage:
            raise Http404 from None
        base = f"{self.url}{year}/" if year else self.url
        ways = {"older": _page_at(base, part, 1), "newer": _page_at(base, part, -1)}
        below = (f"{year}/" if year else "") + (f"page/{number}/" if number > 1 else "")
        return self.render(request, context_overrides={"part": part, "years": years, "year": year} | ways, below=below)

    def get_context(self, request: HttpRequest, *args: Any, below: str = "", **kwargs: Any) -> dict[str, Any]:
        """`below` is the rest of the address: another part of the list is a page of its own to a search engine."""
        context = super().get_context(request, *args, **kwargs)
        if (head := context["head"]) and not head.quiet:
            head = replace(head, feed=self.feed_address(), feed_title=self.title)
            alone = {"address": f"{head.address}{below}", "alternates": [], "data": []} if below else {}
            context["head"] = replace(head, **alone)
        return context


def _page_at(base: str, part: Any, step: int) -> str:
    """Where the list goes on, "" where it ends there. Its first page has no number."""
    number = part.number + step
    if not 1 <= number <= part.paginator.num_pages:
        return ""
    return base if number == 1 else f"{base}page/{number}/"


class NewsPage(BasePage):
    """Something new, on its day. What is about more than this site names a source."""

    day = models.DateField("its day", null=True, blank=True, help_text="It stands above it; the newest is first.")
    topic = models.CharField(max_length=10, choices=rules.NEWS_TOPICS, blank=True)
    awaits_reading = models.BooleanField(
        "waits for somebody whose work the law is",
        default=False,
        help_text="Until then the page says so at its top, and not that it was checked.",
    )
    body = StreamField(Body(), blank=True)
    sources = StreamField(Sources(), blank=True, help_text="Where each fact in it comes from.")

    template = "pages/news/read.html"
    schema_type = "NewsArticle"
    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        *[FieldPanel(name) for name in ("day", "topic", "body", "sources")],
        *BasePage.facts_panels,
        FieldPanel("awaits_reading"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "news"
        verbose_name_plural = "news"
        indexes = [models.Index(fields=["-day"], name="news_by_day")]

    def missing(self) -> dict[str, str]:
        needed = {
            "day": (self.day, "Say which day stands above it."),
            "topic": (self.topic, "Say what it is about."),
            "body": (self.body, "Write it before you publish it."),
            "checked_on": (self.checked_on, "Say on which day somebody checked it."),
            "sources": (self.sources or self.topic == rules.SITE, "Name a source: readers must be able to check."),
        }
        return {field: sentence for field, (value, sentence) in needed.items() if not value}

    def clean(self) -> None:
        super().clean()
        if why := rules.why_not_slug(self.slug):
            raise ValidationError({"slug": why})

    def freshness(self, today: date) -> Freshness:
        return freshness(
            checked_on=self.checked_on, review_by=self.review_by, today=today,
            awaits_reading=self.awaits_reading, say=gettext,
        )  # fmt: skip

    def oldest_reader(self) -> int:
        asked = super().oldest_reader()
        return STAFF_READING_AGE if asked and self.topic == topics.STAFF else asked

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        above = self.get_parent().specific if self.pk else None
        if context["head"] and isinstance(above, NewsIndexPage) and not above.sensitive:
            context["head"] = replace(context["head"], feed=above.feed_address(), feed_title=above.title)
        return context | {"above": above}


def readable(now: datetime) -> Any:
    """All news that readers have at this moment, the newest first."""
    found = NewsPage.objects.live().public().exclude(expire_at__lte=now)
    return found.select_related("locale").order_by("-day", "-pk")
