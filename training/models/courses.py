"""Courses, as editors write them. They stand outside the public site: no address leads to them but a learner's own."""

from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from pages.blocks import words
from pages.models.base import BasePage

OUTCOMES = [("outcome", words("They can …", longest=200))]


class TrainingPage(BasePage):
    """What courses, modules and lessons have in common. Private: search, feeds and the sitemap know none of them."""

    search_fields: list[Any] = []

    class Meta:
        abstract = True

    @classmethod
    def get_default_privacy_setting(cls, request: Any) -> dict[str, str]:
        return {"type": "login"}

    def get_sitemap_urls(self, request: Any = None) -> list[dict[str, Any]]:
        return []


class ShelfPage(Page):
    """The place where all courses stand, beside the public site and not within it."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["training.CoursePage"]
    max_count = 1

    class Meta:
        verbose_name = "shelf of courses"
        verbose_name_plural = "shelves of courses"


class CoursePage(TrainingPage):
    class Audience(models.TextChoices):
        STAFF = "staff", "Prison and probation staff, personal advisers"
        MENTORS = "mentors", "Peer mentors"
        ALL = "all", "Everybody"

    audience = models.CharField("who it is for", max_length=7, choices=Audience.choices, blank=True)
    hours = models.DecimalField("hours in all", max_digits=5, decimal_places=1, null=True, blank=True)
    outcomes = StreamField(OUTCOMES, blank=True, verbose_name="what they can do afterwards")

    template = "training/courses/preview.html"
    parent_page_types = ["training.ShelfPage"]
    subpage_types = ["training.ModulePage"]
    content_panels = [*BasePage.content_panels, *(FieldPanel(name) for name in ("audience", "hours", "outcomes"))]

    class Meta:
        verbose_name = "course"

    def missing(self) -> dict[str, str]:
        said = {
            "audience": "Say who it is for." if not self.audience else "",
            "hours": "Say how many hours it takes." if not self.hours else "",
            "outcomes": "Say what they can do afterwards." if not self.outcomes else "",
        }
        return {name: sentence for name, sentence in said.items() if sentence}
