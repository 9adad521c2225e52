"""What the programme owes somebody by a day: raised by what happened, and never without an owner."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import Role
from casefiles_support.models.journeys import Journey
from casefiles_support.models.supporters import Supporter
from common.refs import new_ref
from places.models import Team


class DutyQuerySet(models.QuerySet["Duty"]):
    def visible_to(self, user: Any) -> "DutyQuerySet":
        """Whoever reads the journey; never the person it is for."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        journeys = Journey.objects.visible_to(user)
        if not user.has_role(Role.FILE_SUPPORTER, Role.SAFEGUARDING_LEAD):
            return self.none()
        return self.filter(journey__in=journeys.exclude(person__login=user).values("pk"))

    def open(self) -> "DutyQuerySet":
        return self.filter(status=Duty.Status.OPEN)

    def overdue(self, on: date) -> "DutyQuerySet":
        return self.open().filter(due_on__lt=on)


class Duty(models.Model):
    """`key` names the occasion, so that the same thing is asked once. Which kinds may be done by hand, and which only
    by recording what they ask for, is in rules/duties.py. `for_supporter`: whose it is; None is whoever is in charge.
    """

    class Status(models.TextChoices):
        OPEN = "open", "To do"
        DONE = "done", "Done"
        SETTLED = "settled", "No longer needed"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=100, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="duties")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    for_supporter = models.ForeignKey(
        Supporter, null=True, blank=True, on_delete=models.SET_NULL, related_name="duties"
    )
    # What it is about: the ref of a request, a parcel, a sitting…; empty where it is about the journey.
    about_ref = models.CharField(max_length=12, blank=True)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    due_on = models.DateField()
    raised_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "duties"
        indexes = [
            models.Index(fields=["team", "status", "due_on"], name="duty_by_team_and_day"),
            models.Index(fields=["journey", "status"], name="duty_by_journey"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=["open", "done", "settled"]), name="duty_status_is_known"),
            models.CheckConstraint(
                condition=Q(status="open", done_at=None, done_by=None)
                | Q(status="done", done_at__isnull=False, done_by__isnull=False)
                | Q(status="settled", done_at__isnull=False),
                name="duty_done_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"duty {self.ref}"
