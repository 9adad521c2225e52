"""A talk soon after a hard session: offered, then held or not wanted."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor, teams_of
from mentoring.models.sessions import Session


class DebriefQuerySet(models.QuerySet["Debrief"]):
    def visible_to(self, user: Any) -> "DebriefQuerySet":
        """Coordinators see their teams'; managers and the safeguarding lead all. A mentor's own: `of_user`."""
        if not user.is_authenticated:
            return self.none()
        others = self.exclude(mentor__person__login=user)
        if user.has_role(*WHOLE_PROGRAMME):
            return others
        if user.has_role(Role.COORDINATOR):
            return others.filter(mentor__team__in=teams_of(user))
        return self.none()

    def of_user(self, user: Any) -> "DebriefQuerySet":
        return self.filter(mentor__person__login=user)

    def open(self) -> "DebriefQuerySet":
        return self.filter(status__in=Debrief.OPEN)


class Debrief(models.Model):
    """One for each session, however often it is asked for. `offer_by` is the day by which somebody must have rung."""

    class Status(models.TextChoices):
        WAITING = "waiting", "To be offered"
        OFFERED = "offered", "Offered"
        HELD = "held", "Held"
        NOT_WANTED = "not_wanted", "Not wanted"

    class Why(models.TextChoices):
        HARD = "hard", "The mentor said that the session was hard"
        CONCERN = "concern", "A concern was raised"

    OPEN = (Status.WAITING, Status.OFFERED)
    STATUS_TONES = {Status.WAITING: "wait", Status.OFFERED: "brand", Status.HELD: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    session = models.OneToOneField(Session, on_delete=models.PROTECT, related_name="debrief")
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="debriefs")
    why = models.CharField(max_length=8, choices=Why.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    asked_at = models.DateTimeField()
    offer_by = models.DateField()
    offered_at = models.DateTimeField(null=True, blank=True)
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    note = SealedTextField("what would help", blank=True)

    objects = DebriefQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["status", "offer_by"], name="debrief_by_day"),
            models.Index(fields=["mentor", "asked_at"], name="debrief_by_mentor"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "offered", "held", "not_wanted"]), name="debrief_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(offered_at=None, offered_by=None) | Q(offered_at__isnull=False, offered_by__isnull=False),
                name="debrief_offered_by_goes_with_at",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "offered"], closed_at=None, closed_by=None)
                | Q(status__in=["held", "not_wanted"], closed_at__isnull=False, closed_by__isnull=False),
                name="debrief_closed_says_when_and_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(status="offered") | Q(offered_at__isnull=False), name="offered_debrief_says_when"
            ),
        ]

    def __str__(self) -> str:
        return f"debrief {self.ref}"
