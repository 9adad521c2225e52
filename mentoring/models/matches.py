"""A match: a mentor and a person who walk alongside each other."""

from typing import Any

from django.db import models
from django.db.models import Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.refs import new_ref
from mentoring.models.mentors import Mentor, teams_of
from people.models import Person


class MatchQuerySet(models.QuerySet["Match"]):
    def active(self) -> "MatchQuerySet":
        return self.filter(status=Match.Status.ACTIVE)

    def open(self) -> "MatchQuerySet":
        return self.filter(status__in=Match.OPEN)

    def of_mentor_user(self, user: Any) -> "MatchQuerySet":
        """The matches in which this user is the mentor and may still see the person."""
        return self.open().filter(mentor__person__login=user, mentor__status__in=Mentor.WORKING)

    def visible_to(self, user: Any) -> "MatchQuerySet":
        """A mentor sees their own while they are open; staff those of their teams' people."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_PROGRAMME):
            return self
        allowed = Q(pk__in=Match.objects.of_mentor_user(user).values("pk"))
        if user.has_role(Role.COORDINATOR):
            allowed |= Q(person__team__in=teams_of(user))
        return self.filter(allowed)


class Match(models.Model):
    """Release, transfer and recall never end a match: they pause it."""

    class Status(models.TextChoices):
        SUGGESTED = "suggested", "Suggested"
        MENTOR_AGREED = "mentor_agreed", "Mentor agreed"
        PERSON_AGREED = "person_agreed", "Both agreed"
        APPROVED = "approved", "Approved"
        ACTIVE = "active", "Active"
        PAUSED = "paused", "Paused"
        ENDING = "ending", "Coming to an end"
        ENDED = "ended", "Ended"

    # While it is one of these, the mentor walks alongside the person and sees what that needs.
    OPEN = (Status.ACTIVE, Status.PAUSED, Status.ENDING)
    BEFORE_IT_STARTS = (Status.SUGGESTED, Status.MENTOR_AGREED, Status.PERSON_AGREED, Status.APPROVED)
    STATUS_TONES = {Status.ACTIVE: "go", Status.PAUSED: "wait", Status.ENDING: "wait"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="matches")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="matches")
    status = models.CharField(max_length=15, choices=Status.choices, default=Status.SUGGESTED)
    status_reason = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "matches"
        constraints = [
            models.UniqueConstraint(
                fields=["mentor", "person"], condition=~Q(status="ended"), name="one_open_match_of_two_people"
            ),
            models.CheckConstraint(
                condition=Q(started_on__isnull=False) | ~Q(status__in=["active", "paused", "ending"]),
                name="open_match_has_a_first_day",
            ),
            models.CheckConstraint(
                condition=Q(status="ended", ended_on__isnull=False) | (~Q(status="ended") & Q(ended_on=None)),
                name="ended_match_has_a_last_day",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "status"], name="match_by_person"),
            models.Index(fields=["mentor", "status"], name="match_by_mentor"),
        ]

    def __str__(self) -> str:
        return f"match {self.ref}"
