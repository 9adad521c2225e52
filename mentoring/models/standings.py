"""How a mentor came to stand as they do: a rest, a return, a suspension. Written once, never changed."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor, teams_of


class StandingQuerySet(models.QuerySet["Standing"]):
    def of_user(self, user: Any) -> "StandingQuerySet":
        """The mentor's own, without what staff wrote for themselves."""
        return self.filter(mentor__person__login=user).defer("staff_reason")

    def visible_to(self, user: Any) -> "StandingQuerySet":
        """Coordinators see their teams' mentors'; managers and the safeguarding lead all. Nobody their own this way."""
        if not user.is_authenticated:
            return self.none()
        others = self.exclude(mentor__person__login=user)
        if user.has_role(*WHOLE_PROGRAMME):
            return others
        if user.has_role(Role.COORDINATOR):
            return others.filter(mentor__team__in=teams_of(user)).defer("staff_reason")
        return self.none()


class Standing(models.Model):
    """`words` are said to the mentor. `staff_reason` is for managers and the safeguarding lead alone."""

    class To(models.TextChoices):
        RESTING = "resting", "Began a rest"
        ACTIVE = "active", "Came back"
        SUSPENDED = "suspended", "Suspended"

    class Why(models.TextChoices):
        TIRED = "tired", "They need a rest"
        UNWELL = "unwell", "They are not well"
        FAMILY = "family", "Family"
        WORK = "work", "Work or study"
        READY = "ready", "They are ready to come back"
        CONCERN = "concern", "A concern is being looked into"
        BOUNDARIES = "boundaries", "A boundary may have been crossed"
        CHECKS = "checks", "A check has run out or changed"
        LOOKED_INTO = "looked_into", "It was looked into, and they can come back"
        OTHER = "other", "Something else"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="standings")
    to = models.CharField(max_length=10, choices=To.choices)
    why = models.CharField(max_length=12, choices=Why.choices)
    words = SealedTextField("what we say to the mentor", blank=True)
    staff_reason = SealedTextField("what managers and the safeguarding lead should know", blank=True)
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    objects = StandingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["mentor", "-at", "-id"], name="standing_by_mentor")]
        constraints = [
            models.CheckConstraint(condition=Q(to__in=["resting", "active", "suspended"]), name="standing_is_known"),
            models.CheckConstraint(
                condition=~Q(to="suspended") | (~Q(words="") & ~Q(staff_reason="")), name="suspension_says_why_twice"
            ),
        ]

    def __str__(self) -> str:
        return f"standing {self.ref}"
