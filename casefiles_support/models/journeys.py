"""One attempt of one person to see their records, with somebody beside them: the track of their own pace."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import Role
from common.refs import new_ref
from mentoring.models import MatchBlock
from people.models import Person
from places.models import Posting, Team

# Of one row of `supporters`: agreed by the person and not ended; and who of them reads the journey.
STANDING = Q(supporters__ended_at=None, supporters__agreed_on__isnull=False)
IN_CHARGE = STANDING & (
    Q(supporters__role="practitioner") | Q(supporters__role="back_up", supporters__stepped_in_at__isnull=False)
)


def teams_of(user: Any) -> models.QuerySet:
    """The teams that somebody works in, as a subquery."""
    return Posting.objects.current().filter(user=user, post__team__isnull=False).values("post__team")


def apart_from(user: Any) -> Q:
    """The journeys of those from whom a wall keeps somebody, from the moment it stands."""
    walls = MatchBlock.objects.standing()
    theirs = Q(person__in=walls.filter(other__login=user).values("person"))
    return theirs | Q(person__in=walls.filter(person__login=user, other__isnull=False).values("other"))


class JourneyQuerySet(models.QuerySet["Journey"]):
    def visible_to(self, user: Any) -> "JourneyQuerySet":
        """The person; their named practitioner; a back-up who has stepped in; the file supporters of the team while
        nobody is named; the safeguarding lead where there is a safety hold. Nobody supports themselves.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        theirs = Q(pk__in=self.model.objects.kept_by(user).values("pk"))
        if user.has_role(Role.SAFEGUARDING_LEAD):
            theirs |= Q(holds__isnull=False)
        not_me = Q(person__login=None) | ~Q(person__login=user)
        allowed = self.model.objects.filter(theirs & not_me | Q(person__login=user))
        return self.filter(pk__in=allowed.values("pk"))

    def kept_by(self, user: Any) -> "JourneyQuerySet":
        """Those that a file supporter works on: where they are in charge, and their team’s while nobody is. Never one’s
        own.
        """
        if not user.is_authenticated or not user.is_active or not user.has_role(Role.FILE_SUPPORTER):
            return self.none()
        in_charge = self.model.objects.filter(IN_CHARGE)
        theirs = Q(pk__in=self.model.objects.filter(IN_CHARGE, supporters__login=user).values("pk"))
        theirs |= Q(team__in=teams_of(user)) & ~Q(pk__in=in_charge.values("pk"))
        return self.filter(theirs).exclude(person__login=user).exclude(apart_from(user))

    def alongside(self, user: Any) -> "JourneyQuerySet":
        """Those in which somebody is the named peer mentor now: dates and support, and nothing else. Whom a wall keeps
        apart is gone from here in the same moment.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        named = self.model.objects.filter(
            STANDING, supporters__role="peer_mentor", supporters__mentor__person__login=user
        )
        return self.filter(pk__in=named.exclude(apart_from(user)).values("pk"))

    def open(self) -> "JourneyQuerySet":
        return self.exclude(status=Journey.Status.CLOSED)


class Journey(models.Model):
    """`back_to` is where it goes on when the person wants to. A safety hold is worked out from `holds`.

    “Not now”, paused, resting and closed are good ends: none of them is ever counted as a failure.
    """

    class Status(models.TextChoices):
        NOT_STARTED = "not_started", "Nothing has begun"
        TALKING = "talking", "Talking it through"
        PLANNING = "planning", "Making a plan"
        WAITING = "waiting", "Waiting for the records"
        FILE_HERE = "file_here", "The papers are here"
        READING = "reading", "Reading"
        AFTER_CARE = "after_care", "Afterwards"
        RESTING = "resting", "Resting"
        PAUSED = "paused_by_person", "Paused, as they wished"
        NOT_NOW = "not_now", "Not now"
        CLOSED = "closed", "Closed"

    # Nobody is asked to go on: the person said so.
    QUIET = (Status.PAUSED, Status.NOT_NOW, Status.RESTING, Status.CLOSED)

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="journeys")
    # The team whose work it is, so that no figure moves when people do.
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.NOT_STARTED)
    back_to = models.CharField(max_length=16, choices=Status.choices, blank=True)
    large_print = models.BooleanField("large print", default=False)
    in_welsh = models.BooleanField("in Welsh", default=False)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = JourneyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["opened_by", "key"], name="one_journey_for_each_form"),
            models.UniqueConstraint(
                fields=["person"], condition=~Q(status="closed"), name="one_open_journey_for_a_person"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["not_started", "talking", "planning", "waiting", "file_here", "reading",
                    "after_care", "resting", "paused_by_person", "not_now", "closed"]), name="journey_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["paused_by_person", "not_now"]) & ~Q(back_to="")
                | ~Q(status__in=["paused_by_person", "not_now"]) & Q(back_to=""),
                name="paused_journey_knows_where_it_was",
            ),
            models.CheckConstraint(
                condition=Q(status="closed", closed_on__isnull=False) | ~Q(status="closed") & Q(closed_on=None),
                name="closed_journey_has_a_day",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["team", "status"], name="journey_by_team")]

    def __str__(self) -> str:
        return f"journey {self.ref}"

    @property
    def is_quiet(self) -> bool:
        return self.status in self.QUIET
