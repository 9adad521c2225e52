"""A guide in short sentences, each with a drawing: the same facts, told again by somebody who writes easy read."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pages.blocks import CareCard, Heading, WhatToSay, words
from pages.helplines import Helpline
from pages.models.base import BasePage
from pages.models.editions import Edition
from pages.rules.editions import behind
from pages.rules.symbols import SYMBOLS


class Line(blocks.StructBlock):
    """One idea."""

    symbol = blocks.ChoiceBlock(choices=SYMBOLS, required=False)
    says = words("One short sentence, or two", longest=160)

    class Meta:
        icon = "pilcrow"
        label = "Sentence"
        template = "blocks/line.html"
        description = "One idea in a short sentence, with a drawing."


class EasyBody(blocks.StreamBlock):
    heading = Heading(max_length=120)
    line = Line()
    what_to_say = WhatToSay()
    care_card = CareCard()
    helpline = Helpline()

    class Meta:
        required = False


class EasyReadPage(BasePage):
    based_on = models.PositiveIntegerField(
        null=True, blank=True, help_text="The version of the guide that this follows. The guide says it at its end."
    )
    body = StreamField(EasyBody(), blank=True)

    template = "pages/guides/easy_read.html"
    parent_page_types = ["pages.GuidePage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("based_on"),
        FieldPanel("body"),
        *BasePage.facts_panels,
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "easy read"
        verbose_name_plural = "easy read pages"

    def gives_away(self) -> bool:
        """As its guide does."""
        return self.sensitive or bool(self.get_parent().specific.gives_away())

    def missing(self) -> dict[str, str]:
        needed = {
            "based_on": (self.based_on, "Say which version of the guide this follows."),
            "checked_on": (self.checked_on, "Say on which day somebody checked these facts."),
            "body": (self.body, "Write the page before you publish it."),
        }
        return {field: sentence for field, (value, sentence) in needed.items() if not value}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        guide = self.get_parent().specific if self.pk else None
        current = Edition.objects.current(guide.pk) if guide else None
        context = super().get_context(request, *args, **kwargs)
        if guide and guide.awaits_reading:  # what stands there easily stands on the same law
            context["freshness"] = guide.freshness(request.today)  # type: ignore[attr-defined]  # as in the base
        return context | {
            "formats": guide.formats("easy-read") if guide else [],
            "behind": behind(based_on=self.based_on, current=current),
        }
