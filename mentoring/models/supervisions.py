"""A supervision meeting: somebody makes time to listen to a mentor, and both agree what was said."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor, teams_of


class SupervisionQuerySet(models.QuerySet["Supervision"]):
    def visible_to(self, user: Any) -> "SupervisionQuerySet":
        """Coordinators see their teams' mentors; managers and the safeguarding lead all. Nobody the notes about
        themselves: a mentor who also works here reads their own like every other mentor (`of_user`).
        """
        if not user.is_authenticated:
            return self.none()
        others = self.exclude(mentor__person__login=user)
        if user.has_role(*WHOLE_PROGRAMME):
            return others
        if user.has_role(Role.COORDINATOR):
            return others.filter(mentor__team__in=teams_of(user))
        return self.none()

    def of_user(self, user: Any) -> "SupervisionQuerySet":
        """The mentor's own meetings, without the supervisor's private notes."""
        return self.filter(mentor__person__login=user).defer("private_notes")

    def held(self) -> "SupervisionQuerySet":
        return self.filter(status__in=Supervision.WAS_HELD)


class Supervision(models.Model):
    """Planned, then held; then the mentor says of the summary “that is right”, or adds words of their own."""

    class Status(models.TextChoices):
        PLANNED = "planned", "Planned"
        HELD = "held", "Held, waiting for the mentor to read it"
        AGREED = "agreed", "Held, and the mentor says that is right"
        ADDED_TO = "added_to", "Held, and the mentor added words"
        CALLED_OFF = "called_off", "Did not happen"

    class Kind(models.TextChoices):
        ONE_TO_ONE = "one_to_one", "One to one"
        GROUP = "group", "In a group"
        AFTER_HARD = "after_hard", "After a hard session"

    WAS_HELD = (Status.HELD, Status.AGREED, Status.ADDED_TO)
    STATUS_TONES = {
        Status.PLANNED: "brand",
        Status.HELD: "wait",
        Status.AGREED: "go",
        Status.ADDED_TO: "go",
        Status.CALLED_OFF: "stop",
    }

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="supervisions")
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.ONE_TO_ONE)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PLANNED)
    planned_for = models.DateTimeField(null=True, blank=True)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField(null=True, blank=True)
    # Counted for the mentor's training; nobody who forgot it is asked again.
    minutes = models.PositiveSmallIntegerField("how many minutes", null=True, blank=True)
    next_due_on = models.DateField(null=True, blank=True)
    private_notes = SealedTextField("the supervisor’s own notes", blank=True)
    agreed_summary = SealedTextField("what we agreed", blank=True)
    written_at = models.DateTimeField(null=True, blank=True)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    mentors_words = SealedTextField("what the mentor adds", blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    called_off_because = models.CharField(max_length=200, blank=True)

    objects = SupervisionQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["mentor", "-held_on", "-id"], name="supervision_by_mentor"),
            models.Index(fields=["status", "planned_for"], name="supervision_by_plan"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["planned", "held", "agreed", "added_to", "called_off"]),
                name="supervision_status_is_known",
            ),
            models.CheckConstraint(
                condition=~Q(status="planned") | Q(planned_for__isnull=False), name="planned_supervision_has_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["held", "agreed", "added_to"])
                | (Q(held_on__isnull=False, next_due_on__gt=models.F("held_on")) & ~Q(agreed_summary="")),
                name="held_supervision_says_what_was_agreed",
            ),
            models.CheckConstraint(
                condition=Q(written_at=None, written_by=None, held_on=None)
                | Q(written_at__isnull=False, written_by__isnull=False, held_on__isnull=False),
                name="supervision_written_by_goes_with_at",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["agreed", "added_to"], answered_at__isnull=False)
                | (~Q(status__in=["agreed", "added_to"]) & Q(answered_at=None)),
                name="answered_supervision_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(status="added_to") | ~Q(mentors_words=""), name="added_to_supervision_has_words"
            ),
            models.CheckConstraint(
                condition=~Q(status="called_off") | ~Q(called_off_because=""), name="called_off_supervision_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"supervision {self.ref}"

    @property
    def waits_for_mentor(self) -> bool:
        return self.status == self.Status.HELD


def with_due_day(mentors: models.QuerySet[Any]) -> models.QuerySet[Any]:
    """Adds `last_held_on` (None before the first) and `supervision_due_on`: as agreed, or the day they joined."""
    held = Supervision.objects.held().filter(mentor=models.OuterRef("pk")).order_by("-held_on", "-pk")
    return mentors.annotate(
        last_held_on=models.Subquery(held.values("held_on")[:1]),
        supervision_due_on=models.functions.Coalesce(
            models.Subquery(held.values("next_due_on")[:1]), models.F("joined_on"), output_field=models.DateField()
        ),
    )


def due_by(mentors: models.QuerySet[Any], day: date) -> models.QuerySet[Any]:
    """Working mentors whose next meeting is due on or before the day, longest waiting first."""
    working = with_due_day(mentors.filter(status__in=Mentor.WORKING))
    return working.filter(supervision_due_on__lte=day).order_by("supervision_due_on", "pk")
