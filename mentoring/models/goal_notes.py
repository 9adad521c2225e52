"""What a mentor writes down about a goal, between meetings. Never changed; more is added below it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.goals import Goal
from mentoring.models.matches import Match
from mentoring.models.mentors import teams_of
from mentoring.models.note_releases import GOAL_NOTES, released


class GoalNoteQuerySet(models.QuerySet["GoalNote"]):
    def visible_to(self, user: Any) -> "GoalNoteQuerySet":
        """A mentor reads what was written in their own open match, and earlier notes that the person released."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_PROGRAMME):
            return self
        earlier = released(user, read=GOAL_NOTES, person="goal__person", written_at="written_at")
        seen_goals = Goal.objects.visible_to(user).values("pk")
        allowed = Q(match__in=Match.objects.of_mentor_user(user)) | Q(Exists(earlier), goal__in=seen_goals)
        if user.has_role(Role.COORDINATOR):
            allowed |= Q(goal__person__team__in=teams_of(user))
        return self.filter(allowed)


class GoalNote(models.Model):
    """`match` is the writer's own; None where staff wrote it."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="notes")
    match = models.ForeignKey(Match, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = SealedTextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = GoalNoteQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["written_by", "key"], name="one_goal_note_for_each_form"),
            models.CheckConstraint(condition=~Q(text=""), name="goal_note_says_something"),
        ]
        indexes = [models.Index(fields=["goal", "written_at"], name="goal_note_by_goal")]

    def __str__(self) -> str:
        return f"note on {self.goal_id}"
