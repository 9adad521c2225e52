"""Days on which a mentor is away."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor, teams_of


class LeaveQuerySet(models.QuerySet["Leave"]):
    def of_user(self, user: Any) -> "LeaveQuerySet":
        return self.filter(mentor__person__login=user)

    def visible_to(self, user: Any) -> "LeaveQuerySet":
        """A mentor's own; coordinators their teams'; managers and the safeguarding lead all."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_PROGRAMME):
            return self
        allowed = Q(mentor__person__login=user)
        if user.has_role(Role.COORDINATOR):
            allowed |= Q(mentor__team__in=teams_of(user))
        return self.filter(allowed)

    def standing(self) -> "LeaveQuerySet":
        return self.filter(status=Leave.Status.TOLD)

    def on(self, day: Any) -> "LeaveQuerySet":
        """Those that the day belongs to, first and last included. `day` is a date or the database's own today."""
        return self.standing().filter(first_day__lte=day, last_day__gte=day)

    def ahead(self, today: date) -> "LeaveQuerySet":
        """Those that are not over, the next first."""
        return self.standing().filter(last_day__gte=today).order_by("first_day", "pk")


class Leave(models.Model):
    """First and last day both belong to it. Coming back early moves the last day; it never stretches by itself."""

    class Status(models.TextChoices):
        TOLD = "told", "Away"
        WITHDRAWN = "withdrawn", "Not away after all"

    class Why(models.TextChoices):
        HOLIDAY = "holiday", "A holiday"
        UNWELL = "unwell", "Not well"
        FAMILY = "family", "Family"
        WORK = "work", "Work or study"
        OTHER = "other", "Something else"

    STATUS_TONES = {Status.TOLD: "wait"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="leaves")
    first_day = models.DateField()
    last_day = models.DateField()
    why = models.CharField(max_length=8, choices=Why.choices)
    note = SealedTextField("what the team should know", blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.TOLD)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = LeaveQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["mentor", "first_day"], name="leave_by_mentor")]
        constraints = [
            models.CheckConstraint(condition=Q(last_day__gte=models.F("first_day")), name="leave_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(status="told", withdrawn_at=None, withdrawn_by=None)
                | Q(status="withdrawn", withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="withdrawn_leave_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"leave {self.ref}"

    def is_over(self, today: date) -> bool:
        return self.last_day < today
