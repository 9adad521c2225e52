"""A peer mentor: a role that a person plays."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import Invitation, RoleGrant
from accounts.roles import SUPERVISES, WHOLE_PROGRAMME, Role
from common.refs import new_ref
from people.models import Person
from places.models import Posting, Team
from training.models import Learner


class MentorQuerySet(models.QuerySet["Mentor"]):
    def active(self) -> "MentorQuerySet":
        return self.filter(status=Mentor.Status.ACTIVE)

    def of_user(self, user: Any) -> "MentorQuerySet":
        """The mentor who signs in as this user, if they are working as one."""
        return self.filter(person__login=user, status__in=Mentor.WORKING)

    def with_workload(self) -> "MentorQuerySet":
        """Adds `people_now`, how many people each walks alongside at present."""
        now = Q(matches__status__in=("active", "paused", "ending"))
        return self.annotate(people_now=models.Count("matches", filter=now))

    def with_support(self) -> "MentorQuerySet":
        """Adds `supported`: whether their supervisor still works here. A name in a field supports nobody."""
        here = RoleGrant.objects.holding(SUPERVISES).filter(user=models.OuterRef("supervisor"))
        return self.annotate(supported=models.Exists(here))

    def visible_to(self, user: Any) -> "MentorQuerySet":
        """Coordinators see their teams' mentors; managers and the safeguarding lead all; a mentor only themselves."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_PROGRAMME):
            return self
        allowed = Q(person__login=user)
        if user.has_role(Role.COORDINATOR):
            allowed |= Q(team__in=teams_of(user))
        return self.filter(allowed)


def teams_of(user: Any) -> models.QuerySet:
    """The teams that a coordinator works in, as a subquery."""
    return Posting.objects.current().filter(user=user, post__team__isnull=False).values("post__team")


class Mentor(models.Model):
    class Status(models.TextChoices):
        APPLYING = "applying", "Applying"
        TRAINING = "training", "In training"
        ACTIVE = "active", "Active"
        RESTING = "resting", "Taking a rest"
        SUSPENDED = "suspended", "Suspended"
        ENDED = "ended", "Left"

    # Those who may still record what they did.
    WORKING = (Status.ACTIVE, Status.RESTING)
    STATUS_TONES = {Status.ACTIVE: "go", Status.TRAINING: "brand", Status.RESTING: "wait", Status.SUSPENDED: "stop"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="mentor")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="mentors")
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="supervised_mentors"
    )
    invitation = models.ForeignKey(Invitation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    learner = models.OneToOneField(Learner, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.APPLYING)
    capacity = models.PositiveSmallIntegerField("people at once", default=3)
    supervision_weeks = models.PositiveSmallIntegerField("weeks between supervision meetings", default=4)
    joined_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)

    objects = MentorQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(supervision_weeks__gte=1, supervision_weeks__lte=12), name="mentor_is_supervised_often"
            ),
            models.CheckConstraint(
                condition=Q(left_on=None) | Q(left_on__gte=models.F("joined_on")), name="mentor_leaves_after_joining"
            ),
            models.CheckConstraint(
                condition=Q(status="ended", left_on__isnull=False) | (~Q(status="ended") & Q(left_on=None)),
                name="mentor_who_left_has_a_day",
            ),
        ]
        indexes = [models.Index(fields=["team", "status"], name="mentor_by_team")]

    def __str__(self) -> str:
        return self.person.preferred_name
