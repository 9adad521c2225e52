"""A module, as editors write it. Learners never read the page: they read a version of it (models/versions.py)."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from pages.models.base import BasePage
from pages.sources import Sources
from training.models.courses import OUTCOMES, TrainingPage
from training.models.lessons import LessonPage
from training.rules.completions import MODULES
from training.rules.modules import lacks

GATES = [(slug, module.title) for slug, module in MODULES.items()]


class ModulePage(TrainingPage):
    """`opens` is the gate of mentoring that finishing it opens. `change_note` and `is_material` are about the next
    version: a material one is shown to whoever finished an earlier one, as a refresher.
    """

    minutes = models.PositiveSmallIntegerField("minutes it takes", null=True, blank=True)
    outcomes = StreamField(OUTCOMES, blank=True, verbose_name="what they can do afterwards")
    content_warning = models.CharField(
        max_length=300, blank=True, help_text="What may be hard to read, said before it begins."
    )
    sources = StreamField(Sources(), blank=True, help_text="Where each fact comes from.")
    pass_mark = models.PositiveSmallIntegerField(
        "pass mark, out of 100", default=70, validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    most_tries = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Empty: as often as they like.", validators=[MinValueValidator(1)]
    )
    test_minutes = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Empty: no hurry.")
    valid_months = models.PositiveSmallIntegerField(
        "months that a certificate counts", null=True, blank=True, help_text="Empty: for good."
    )
    opens = models.CharField("finishing it counts as", max_length=40, choices=GATES, blank=True)
    change_note = models.CharField("what is new, for learners", max_length=300, blank=True)
    is_material = models.BooleanField("those who finished it should read what is new", default=False)

    template = "training/modules/preview.html"
    parent_page_types = ["training.CoursePage"]
    subpage_types = ["training.LessonPage"]
    content_panels = [
        *BasePage.content_panels,
        *(FieldPanel(name) for name in ("minutes", "outcomes", "content_warning", "sources")),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("pass_mark", "most_tries", "test_minutes", "valid_months", "opens")],
            heading="The test and the certificate",
        ),
        MultiFieldPanel([FieldPanel("change_note"), FieldPanel("is_material")], heading="The next version"),
        *BasePage.facts_panels,
    ]

    class Meta:
        verbose_name = "module"

    def lessons(self) -> models.QuerySet[LessonPage]:
        """Those that are published, in the order in which the editors put them."""
        return LessonPage.objects.child_of(self).live().order_by("path")

    def content(self) -> dict[str, Any]:
        """All that a learner sees or is marked by, as a version keeps it."""
        return {
            "title": self.title,
            "summary": self.summary,
            "minutes": self.minutes,
            "outcomes": [block.value for block in self.outcomes],
            "warning": self.content_warning,
            "sources": [{"type": raw["type"], "value": raw["value"]} for raw in self.sources.get_prep_value()],
            "pass_mark": self.pass_mark,
            "most_tries": self.most_tries,
            "test_minutes": self.test_minutes,
            "valid_months": self.valid_months,
            "lessons": [lesson.content() for lesson in self.lessons()],
        }

    def missing(self) -> dict[str, str]:
        """What keeps it from learners: of the page itself, and of each lesson, in words."""
        said = {
            "minutes": "Say how many minutes it takes." if not self.minutes else "",
            "outcomes": "Say what they can do afterwards." if not self.outcomes else "",
            "sources": "Say where the facts come from." if not self.sources else "",
            "checked_on": "Say when somebody last checked the facts." if not self.checked_on else "",
        }
        found = {name: sentence for name, sentence in said.items() if sentence}
        lessons = [lesson.content() for lesson in self.lessons()] if self.pk else []
        if reasons := lacks(lessons):
            found["title"] = " ".join(reasons)
        return found
