"""Alerts: a few words at the top of the pages that they concern, from one moment to another."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PreviewableMixin

from common.refs import new_ref
from pages.models.agreed import AgreedByTwo
from pages.models.reviews import Review
from pages.rules import alerts as rules
from pages.rules.contents import banned, unwanted

# So many are listed.
MOST = 100
TEXTS = ("title", "words", "title_cy", "words_cy")


class AlertQuerySet(models.QuerySet["Alert"]):
    def for_readers(self) -> "AlertQuerySet":
        """Those that stand or are to come, whatever the hour: whoever reads them asks the clock."""
        return self.filter(live=True).select_related("contact").order_by("begins_at", "pk")

    def standing(self, at: datetime) -> "AlertQuerySet":
        return self.filter(live=True, begins_at__lte=at, ends_at__gt=at)

    def told(self, now: datetime) -> list["Alert"]:
        """For editors: all but those that ended a month ago, each with who wrote it (`writer`), who said yes (`yes`)
        and how it stands (`state`). Two queries.
        """
        found = self.filter(ends_at__gt=now - rules.REMEMBERED).order_by("-ends_at", "pk")
        alerts = list(found.select_related("page", "prison", "live_revision__user", "latest_revision__user")[:MOST])
        said = Review.objects.filter(
            revision__in=[one.live_revision_id for one in alerts], outcome=Review.Outcome.APPROVED
        ).select_related("by")
        yes = {review.revision: review.by for review in said}
        for one in alerts:
            revision = one.live_revision or one.latest_revision
            one.writer = revision.user if revision else None
            one.yes = yes.get(one.live_revision_id or 0)
            one.state = rules.state(live=one.live, begins_at=one.begins_at, ends_at=one.ends_at, now=now)
        return alerts

    def ends_soon(self, at: datetime) -> "AlertQuerySet":
        return self.standing(at).filter(ends_at__lte=at + rules.SOON)


class Alert(AgreedByTwo, PreviewableMixin, models.Model):
    """It goes to readers when a second person has agreed, and comes and goes by the clock alone."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    title = models.CharField(max_length=80)
    words = models.TextField(max_length=300, help_text="What happened, and what to do. Plain words, no links.")
    title_cy = models.CharField("title in Welsh", max_length=80, blank=True)
    words_cy = models.TextField(
        "words in Welsh", max_length=300, blank=True, help_text="Left empty, Welsh pages have the English."
    )
    level = models.CharField(
        "how pressing it is", max_length=12, choices=list(rules.LEVELS.items()), default="information",
        help_text="“Danger to life” is for that alone.",
    )  # fmt: skip
    begins_at = models.DateTimeField("from")
    ends_at = models.DateTimeField("until", help_text="Readers are told. 90 days later at most.")
    shown_on = models.CharField("where it shows", max_length=12, choices=rules.PLACES, default=rules.EVERYWHERE)
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name="the page", help_text="It shows there, on all pages below it, and in their Welsh.",
    )  # fmt: skip
    prison = models.ForeignKey(
        "places.Establishment", to_field="ref", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name="the prison", help_text="It goes into the packs that are made for it.",
    )  # fmt: skip
    link_page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name="a page to go to",
    )  # fmt: skip
    contact = models.ForeignKey(
        "pages.ContactPoint", to_field="key", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name="or a number to ring",
    )  # fmt: skip

    # Set by `told`.
    writer: Any = None
    yes: Any = None
    state: str = ""

    objects = AlertQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    panels = [
        FieldPanel("title"),
        FieldPanel("words"),
        FieldPanel("level"),
        MultiFieldPanel([FieldPanel("begins_at"), FieldPanel("ends_at")], heading="When"),
        MultiFieldPanel([FieldPanel(name) for name in ("shown_on", "page", "prison")], heading="Where"),
        MultiFieldPanel([FieldPanel("link_page"), FieldPanel("contact")], heading="Where to go from here"),
        MultiFieldPanel([FieldPanel("title_cy"), FieldPanel("words_cy")], heading="In Welsh"),
    ]

    class Meta:
        verbose_name = "alert"
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("begins_at")), name="alert_ends_after_it_begins"),
            models.CheckConstraint(condition=Q(level__in=list(rules.LEVELS)), name="alert_level_is_known"),
        ]
        indexes = [models.Index(fields=["live", "ends_at"], name="alert_by_its_end")]

    def __str__(self) -> str:
        return self.title

    @property
    def known_as(self) -> dict[str, str]:  # type: ignore[override]  # read alone, which the base does not need to know
        return {"alert": self.ref}

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, Any] = rules.why_not(
            begins_at=self.begins_at,
            ends_at=self.ends_at,
            shown_on=self.shown_on,
            has_page=self.page_id is not None,
            has_prison=self.prison_id is not None,
            ways_on=sum(way is not None for way in (self.link_page_id, self.contact_id)),
            welsh=(self.title_cy, self.words_cy),
        )
        found = {name: [unwanted(word) for word in banned(getattr(self, name))] for name in TEXTS}
        if wrong := wrong | {name: said for name, said in found.items() if said}:
            raise ValidationError(wrong)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "pages/alerts/preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        return {"object": self, "request": request}
