"""A lesson, as editors write it. It reaches learners when its module is published."""

from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from pages.models.base import BasePage
from training.blocks import LessonBody
from training.models.courses import TrainingPage
from training.rules.contents import block_content


class LessonPage(TrainingPage):
    minutes = models.PositiveSmallIntegerField("minutes it takes", null=True, blank=True)
    body = StreamField(LessonBody(), blank=True)

    template = "training/lessons/preview.html"
    parent_page_types = ["training.ModulePage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, FieldPanel("minutes"), FieldPanel("body")]

    class Meta:
        verbose_name = "lesson"

    def oldest_reader(self) -> int:
        """Measured in its module, which knows for whom the course is."""
        return 0

    def content(self) -> dict[str, Any]:
        """As a version keeps it: plain data, each block by its own id."""
        return {
            "id": str(self.translation_key),
            "title": self.title,
            "summary": self.summary,
            "minutes": self.minutes,
            "blocks": [block_content(raw) for raw in self.body.get_prep_value()],
        }
