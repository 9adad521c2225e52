"""A module, as editors write it. Learners never read the page: they read a version of it (models/versions.py)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from pages.checking import house
from pages.models.base import BasePage
from pages.rules.contents import Finding, House, too_hard
from pages.sources import Sources
from training.models.courses import OUTCOMES, TrainingPage
from training.models.lessons import LessonPage
from training.rules.completions import MODULES
from training.rules.languages import ENGLISH, why_not_follow
from training.rules.modules import lacking

# Of those for whom courses for staff are written; mentors’ own are as easy to read as the public site.
STAFF_READING_AGE = 13
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

    follows = models.PositiveIntegerField(
        "the English version that it says", null=True, blank=True, help_text="For a translation only."
    )
    read_by_fluent = models.BooleanField("somebody fluent has checked the translation", default=False)

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
        MultiFieldPanel([FieldPanel("follows"), FieldPanel("read_by_fluent")], heading="If this is a translation"),
        *BasePage.facts_panels,
    ]

    class Meta:
        verbose_name = "module"

    def lessons(self) -> models.QuerySet[LessonPage]:
        """Those that are published, in the order in which the editors put them."""
        return LessonPage.objects.child_of(self).live().order_by("path")

    def content(self) -> dict[str, Any]:
        """All that a learner sees or is marked by, as a version keeps it."""
        return self.content_with({})

    def content_with(self, drafts: Mapping[int, LessonPage]) -> dict[str, Any]:
        """The same, with these drafts in place of lessons, by the numbers of their pages."""
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
            "lessons": [drafts.get(lesson.pk, lesson).content() for lesson in self.lessons()],
            **self._translation(),
        }

    def _translation(self) -> dict[str, Any]:
        """What readers of a translation are told of it; nothing in English, whose versions stay what they were."""
        if str(self.locale.language_code) == ENGLISH:
            return {}
        return {"translation": {"follows": self.follows, "fluent": self.read_by_fluent}}

    def missing(self) -> dict[str, str]:
        """What its own fields lack. What its lessons lack is among the findings, each with its place."""
        said = {
            "minutes": "Say how many minutes it takes." if not self.minutes else "",
            "outcomes": "Say what they can do afterwards." if not self.outcomes else "",
            "sources": "Say where the facts come from." if not self.sources else "",
            "checked_on": "Say when somebody last checked the facts." if not self.checked_on else "",
        }
        if str(self.locale.language_code) != ENGLISH:
            said["follows"] = why_not_follow(number=self.follows, newest=self._newest_english())
        return {name: sentence for name, sentence in said.items() if sentence}

    def _newest_english(self) -> int | None:
        english = ModulePage.objects.filter(translation_key=self.translation_key, locale__language_code=ENGLISH)
        numbers = english.values_list("versions__number", flat=True)
        return max((number for number in numbers if number), default=None)

    def parts(self) -> list[LessonPage]:
        return list(self.lessons()) if self.pk else []

    def oldest_reader(self) -> int:
        course = self.get_parent().specific if self.pk else None
        is_for_staff = getattr(course, "audience", "") == "staff"
        return STAFF_READING_AGE if is_for_staff and super().oldest_reader() else super().oldest_reader()

    def findings(self, known: House | None = None) -> list[Finding]:
        """Of the module as a whole and of each of its lessons, since they go to learners together."""
        known, lessons = known or house(), self.parts()
        said = [lesson.content() for lesson in lessons]
        numbers = {one["id"]: lesson.pk for one, lesson in zip(said, lessons, strict=True)}
        found = [Finding(one.sentence, one.block, numbers.get(one.lesson, 0)) for one in lacking(said)]
        blocks = [block for one in said for block in one["blocks"]]
        found += too_hard(blocks, words=self.summary, oldest=self.oldest_reader())
        found += super().findings(known)
        return found + [replace(one, page=lesson.pk) for lesson in lessons for one in lesson.findings(known)]
