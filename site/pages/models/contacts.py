"""Who to turn to: one record for each line or office, so that a number that changes is changed in one place."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PreviewableMixin

from common.refs import new_ref
from pages.models.agreed import AgreedByTwo
from pages.rules import contacts as rules
from pages.rules import hours
from pages.rules.guides import STALE_AFTER, Freshness


def readable_hours(text: str) -> None:
    """A validator: raises ValidationError, which says how to write them."""
    try:
        hours.parse(text)
    except hours.Unreadable as wrong:
        raise ValidationError(str(wrong)) from None


class ContactQuerySet(models.QuerySet["ContactPoint"]):
    def for_readers(self) -> "ContactQuerySet":
        return self.filter(live=True).order_by("order", "name", "pk")

    def due(self, on: date) -> "ContactQuerySet":
        """Those that nobody has checked, or not for a year, or whose review date has passed."""
        old = date.fromordinal(on.toordinal() - STALE_AFTER)
        late = Q(checked_on=None) | Q(checked_on__lt=old) | Q(review_by__lt=on)
        return self.filter(late).order_by(models.F("checked_on").asc(nulls_first=True), "name", "pk")


class ContactPoint(AgreedByTwo, PreviewableMixin, models.Model):
    """`key` is what pages know it by; it never changes. A change goes to readers when a second person has agreed."""

    key = models.SlugField(max_length=40, unique=True, default=new_ref, editable=False)
    name = models.CharField(max_length=120)
    offers = models.TextField("what they do", max_length=300, help_text="One or two short sentences, to the reader.")
    run_by = models.CharField("who runs it", max_length=120, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    text_relay = models.CharField(
        "by text, sign language or relay", max_length=160, blank=True, help_text="For somebody who cannot use a phone."
    )
    cost = models.CharField(max_length=120, blank=True)
    hours = models.CharField(
        "when it is open", max_length=200, blank=True, validators=[readable_hours], help_text=hours.HOW
    )
    holidays = models.CharField(
        "bank holidays",
        max_length=8,
        choices=[("unknown", "We do not know"), ("open", "Open"), ("closed", "Closed")],
        default="unknown",
    )
    from_prison = models.CharField(
        "can you call from prison?", max_length=8, choices=rules.FROM_PRISON_CHOICES, default="unknown"
    )
    from_prison_source = models.CharField(
        "how we know that", max_length=200, blank=True, help_text="Needed for every answer but “we do not know yet”."
    )
    email = models.EmailField(blank=True)
    post = models.CharField("address for letters", max_length=300, blank=True)
    web = models.URLField("website", blank=True)
    languages = models.CharField(max_length=120, blank=True, default="English")
    in_welsh = models.BooleanField("answers in Welsh", default=False)
    for_young = models.BooleanField("for young people", default=False)
    is_safeguarding = models.BooleanField("takes worries about somebody’s safety", default=False)
    nation = models.CharField(
        max_length=10, blank=True, choices=[("england", "England"), ("wales", "Wales"), ("uk", "The whole UK")]
    )
    source = models.CharField("where the facts are from", max_length=200, blank=True)
    checked_on = models.DateField("when somebody checked it", null=True, blank=True)
    checked_by = models.CharField(
        "who checked it", max_length=80, blank=True, help_text="A team or a role, such as: the office. No name."
    )
    review_by = models.DateField("when to check it again", null=True, blank=True)
    order = models.PositiveSmallIntegerField("place in the list", default=100)

    objects = ContactQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    panels = [
        FieldPanel("name"),
        FieldPanel("offers"),
        FieldPanel("run_by"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("phone", "text_relay", "cost", "hours", "holidays")], heading="Calling"
        ),
        MultiFieldPanel([FieldPanel("from_prison"), FieldPanel("from_prison_source")], heading="From prison"),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("post"), FieldPanel("web")], heading="Other ways"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("languages", "in_welsh", "for_young", "is_safeguarding", "nation", "order")],
            heading="Who it is for",
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("source", "checked_on", "checked_by", "review_by")],
            heading="How fresh the facts are",
        ),
    ]

    class Meta:
        verbose_name = "contact point"
        indexes = [models.Index(fields=["live", "order", "name"], name="contact_in_its_list")]

    def __str__(self) -> str:
        return self.name

    @property
    def known_as(self) -> dict[str, str]:  # type: ignore[override]  # read alone, which the base does not need to know
        return {"contact": self.key}

    @property
    def hours_in_words(self) -> str:
        return hours.in_words(self.hours, holidays=self.holidays, say=gettext)

    @property
    def spelled(self) -> str:
        return rules.spelled(self.phone)

    @property
    def from_prison_in_words(self) -> str:
        return gettext(rules.FROM_PRISON[self.from_prison]) if self.from_prison in rules.FROM_PRISON else ""

    def freshness(self, today: date) -> Freshness:
        return rules.freshness_of(checked_on=self.checked_on, review_by=self.review_by, today=today, say=gettext)

    def clean(self) -> None:
        super().clean()
        wrong = {}
        if not (self.phone or self.email or self.post or self.web or self.text_relay):
            wrong["phone"] = "Give at least one way to reach them."
        if self.from_prison != "unknown" and not self.from_prison_source:
            wrong["from_prison_source"] = "Say how we know whether it works from prison, or say that we do not know."
        if self.checked_on and not self.checked_by:
            wrong["checked_by"] = "Say who checked it."
        if self.checked_on and not (self.review_by and self.review_by > self.checked_on):
            wrong["review_by"] = "Say when to check it again: a later day than the check."
        if wrong:
            raise ValidationError(wrong)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "pages/contacts/preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        today = request.today  # type: ignore[attr-defined]  # set by pages.middleware
        return {"contact": self, "freshness": self.freshness(today), "request": request}
