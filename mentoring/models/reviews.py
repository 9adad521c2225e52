"""Looking back together: is this helping, and what comes next? First after four weeks, then every twelve."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.matches import Match


class ReviewQuerySet(models.QuerySet["Review"]):
    def visible_to(self, user: Any) -> "ReviewQuerySet":
        """As the match to which it belongs: a later mentor sees none of it."""
        return self.filter(match__in=Match.objects.visible_to(user))

    def locked(self) -> "ReviewQuerySet":
        """Locked in one order, for whoever will write of several in the trail."""
        return self.select_for_update(of=("self",), no_key=True).order_by("pk")

    def planned(self) -> "ReviewQuerySet":
        return self.filter(status=Review.Status.PLANNED)

    def due(self, on: date) -> "ReviewQuerySet":
        """Planned, come due, and the match is still open."""
        return self.planned().filter(due_on__lte=on, match__status__in=Match.OPEN)


class Review(models.Model):
    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        HELD = "held", "Held"
        CALLED_OFF = "called_off", "Not needed any more"

    STATUS_TONES = {Status.PLANNED: "wait", Status.HELD: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="reviews")
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PLANNED)
    due_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)
    their_words = SealedTextField("in their own words", blank=True)
    what_next = SealedTextField("what comes next", blank=True)
    confidence = models.PositiveSmallIntegerField("how sure they feel, 0 to 10", null=True, blank=True)
    recorded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    planned_at = models.DateTimeField()

    objects = ReviewQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["match"], condition=Q(status="planned"), name="one_planned_review_of_a_match"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["planned", "held", "called_off"]), name="review_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(status="held", held_on__isnull=False, recorded_at__isnull=False, recorded_by__isnull=False)
                | (~Q(status="held") & Q(held_on=None, recorded_at=None, recorded_by=None)),
                name="held_review_says_when_and_who",
            ),
            models.CheckConstraint(condition=Q(confidence=None) | Q(confidence__lte=10), name="confidence_is_0_to_10"),
        ]
        indexes = [
            models.Index(fields=["status", "due_on"], name="review_by_day"),
            models.Index(fields=["match", "due_on"], name="review_by_match"),
        ]

    def __str__(self) -> str:
        return f"review {self.ref}"

    def is_due(self, on: date) -> bool:
        return self.status == Review.Status.PLANNED and self.due_on <= on
