"""The way a mentor has come. Steps are written once and never changed."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.deletion import ProtectedError

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor, teams_of


class ProgressionQuerySet(models.QuerySet["Progression"]):
    """What was written stands: it is added to, never changed."""

    def delete(self) -> NoReturn:
        raise ProtectedError("Steps are never deleted.", set())

    def update(self, **columns: Any) -> NoReturn:
        raise ProtectedError("Steps are never changed.", set())

    def of_user(self, user: Any) -> "ProgressionQuerySet":
        return self.filter(mentor__person__login=user)

    def visible_to(self, user: Any) -> "ProgressionQuerySet":
        """The mentor all of their own. Staff never the first one, “had a mentor”: that is theirs to tell, and it would
        lead from the mentor's side to the record of the person they were.
        """
        if not user.is_authenticated:
            return self.none()
        own = Q(mentor__person__login=user)
        if user.has_role(*WHOLE_PROGRAMME):
            return self.filter(own | ~Q(step=Progression.Step.HAD_A_MENTOR))
        if user.has_role(Role.COORDINATOR):
            theirs = Q(mentor__team__in=teams_of(user)) & ~Q(step=Progression.Step.HAD_A_MENTOR)
            return self.filter(own | theirs)
        return self.filter(own)


class Progression(models.Model):
    class Step(models.TextChoices):
        HAD_A_MENTOR = "had_a_mentor", "Had a mentor"
        MENTOR = "mentor", "Became a mentor"
        LEAD = "lead", "Became a lead mentor"
        PAID = "paid", "Began paid work"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="progressions")
    step = models.CharField(max_length=12, choices=Step.choices)
    on = models.DateField()
    words = SealedTextField("in a few words", blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ProgressionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mentor", "step"], name="each_step_once"),
            models.CheckConstraint(
                condition=Q(step__in=["had_a_mentor", "mentor", "lead", "paid"]), name="step_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"step {self.ref}"
