"""A match: a mentor and a person who walk alongside each other."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now, TruncDate

from accounts.roles import WHOLE_PROGRAMME, Role
from common.dates import LONDON
from common.refs import new_ref
from mentoring.models.mentors import Mentor, teams_of
from people.models import Person

# From the first yes to the last day, in order.
ON_THE_WAY = ("mentor_agreed", "person_agreed", "approved", "active", "paused", "ending")


def _agreed(first: str) -> tuple[str, ...]:
    """This status and those that come after it, but for the end, which may come from anywhere."""
    return ON_THE_WAY[ON_THE_WAY.index(first) :]


class MatchQuerySet(models.QuerySet["Match"]):
    def active(self) -> "MatchQuerySet":
        return self.filter(status=Match.Status.ACTIVE)

    def open(self) -> "MatchQuerySet":
        return self.filter(status__in=Match.OPEN)

    def of_mentor_user(self, user: Any) -> "MatchQuerySet":
        """The matches in which this user is the mentor and may still see the person."""
        return self.open().filter(mentor__person__login=user, mentor__status__in=Mentor.WORKING)

    def asked_of(self, user: Any) -> "MatchQuerySet":
        """Those that wait for this user, as the mentor, to say yes or no."""
        return self.filter(
            status=Match.Status.SUGGESTED, mentor__person__login=user, mentor__status=Mentor.Status.ACTIVE
        )

    def before_they_start(self) -> "MatchQuerySet":
        return self.filter(status__in=Match.BEFORE_IT_STARTS)

    def of_pair(self, one: Any, other: Any) -> "MatchQuerySet":
        """Between two people, given by their ids, whichever of them is the mentor."""
        return self.filter(Q(person=one, mentor__person=other) | Q(person=other, mentor__person=one))

    def covered_by_user(self, user: Any) -> "MatchQuerySet":
        """Those whose mentor is away today and whose person agreed that this user looks in: the days of the leave, and
        not one more. The day is the database's own, so nothing has to be closed when the leave is over.
        """
        today = TruncDate(Now(), tzinfo=LONDON)
        return self.open().filter(
            covers__status="agreed",
            covers__mentor__person__login=user,
            covers__mentor__status=Mentor.Status.ACTIVE,
            covers__leave__status="told",
            covers__leave__mentor=models.F("mentor"),
            covers__leave__first_day__lte=today,
            covers__leave__last_day__gte=today,
        )

    def walked_by(self, user: Any) -> "MatchQuerySet":
        """Those in which this user meets the person today, as their mentor or for a mentor who is away."""
        own = Q(pk__in=Match.objects.of_mentor_user(user).values("pk"))
        return self.filter(own | Q(pk__in=Match.objects.covered_by_user(user).values("pk")))

    def visible_to(self, user: Any) -> "MatchQuerySet":
        """A mentor sees their own while open, and those they cover today; staff those of their teams' people."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_PROGRAMME):
            return self
        allowed = Q(pk__in=Match.objects.walked_by(user).values("pk"))
        if user.has_role(Role.COORDINATOR):
            allowed |= Q(person__team__in=teams_of(user))
        return self.filter(allowed)


class Match(models.Model):
    """Release, transfer and recall never end a match: they pause it.

    Nobody walks alongside somebody who did not agree to it: the database itself refuses an open match without the yes
    of both and an approval. Who did what, and how, stands in `MatchStep`.
    """

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
    mentor_agreed_at = models.DateTimeField(null=True, blank=True)
    person_agreed_at = models.DateTimeField(null=True, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
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
                condition=~Q(status__in=_agreed("mentor_agreed")) | Q(mentor_agreed_at__isnull=False),
                name="match_goes_on_when_the_mentor_agreed",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=_agreed("person_agreed")) | Q(person_agreed_at__isnull=False),
                name="match_goes_on_when_the_person_agreed",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=_agreed("approved")) | Q(approved_at__isnull=False),
                name="match_begins_when_it_is_approved",
            ),
            models.CheckConstraint(
                condition=Q(approved_at__isnull=False) | Q(approved_by=None), name="match_approved_by_goes_with_at"
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

    @property
    def walked_since(self) -> date | None:
        """The first day that counts for what is recorded here. One from another system has had its first day already
        when it is suggested, and nobody meets before it begins here.
        """
        return None if self.status in self.BEFORE_IT_STARTS else self.started_on
