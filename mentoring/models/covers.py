"""Who looks in on somebody while their mentor is away."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.refs import new_ref
from mentoring.models.leaves import Leave
from mentoring.models.matches import Match
from mentoring.models.mentors import Mentor


class CoverQuerySet(models.QuerySet["Cover"]):
    def standing(self) -> "CoverQuerySet":
        return self.filter(status__in=Cover.STANDING)

    def agreed_on(self, day: date) -> "CoverQuerySet":
        """Those by which somebody looks in on that day: the person agreed, and the mentor is away."""
        return self.filter(
            status=Cover.Status.AGREED, leave__status="told", leave__first_day__lte=day, leave__last_day__gte=day
        )

    def matches_of(self, mentor: Mentor, day: date) -> set[int]:
        """The ids of the matches in which this mentor looks in on that day."""
        return set(self.agreed_on(day).filter(mentor=mentor).values_list("match", flat=True))

    def visible_to(self, user: Any) -> "CoverQuerySet":
        """Whoever may see the leave."""
        return self.filter(leave__in=Leave.objects.visible_to(user).values("pk"))

    def of_user(self, user: Any) -> "CoverQuerySet":
        """What this mentor covers today: the same test by which they see the person."""
        return self.filter(match__in=Match.objects.covered_by_user(user).values("pk"), mentor__person__login=user)


class Cover(models.Model):
    """One match for one leave. It opens nothing before the person agreed, and nothing after the leave: the days are
    asked of the leave itself (`Match.objects.covered_by_user`), so nobody has to remember to close it.
    """

    class Status(models.TextChoices):
        ASKED = "asked", "The person has been asked"
        AGREED = "agreed", "The person agreed"
        REFUSED = "refused", "The person would rather wait"
        ENDED = "ended", "Ended early"

    STANDING = (Status.ASKED, Status.AGREED)
    STATUS_TONES = {Status.ASKED: "wait", Status.AGREED: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    leave = models.ForeignKey(Leave, on_delete=models.PROTECT, related_name="covers")
    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="covers")
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="covers")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.ASKED)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = CoverQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["mentor", "status"], name="cover_by_mentor")]
        constraints = [
            models.UniqueConstraint(
                fields=["leave", "match"], condition=Q(status__in=["asked", "agreed"]), name="one_cover_for_a_leave"
            ),
            models.CheckConstraint(
                condition=Q(status="asked", answered_at=None, answered_by=None)
                | Q(status="ended")
                | Q(status__in=["agreed", "refused"], answered_at__isnull=False, answered_by__isnull=False),
                name="cover_says_who_took_the_answer",
            ),
            models.CheckConstraint(
                condition=Q(status="ended", ended_at__isnull=False, ended_by__isnull=False)
                | (~Q(status="ended") & Q(ended_at=None, ended_by=None)),
                name="ended_cover_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"cover {self.ref}"
