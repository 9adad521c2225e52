"""Meeting again and again: every week, every two weeks, or once a month."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.circumstances import Medium, Setting
from mentoring.models.groups import Facilitator, Group
from mentoring.models.matches import Match
from mentoring.models.mentors import Mentor, teams_of
from mentoring.rules.repeats import Every as EveryRule
from places.models import Establishment, Team


class ArrangementQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Any) -> Self:
        """A mentor sees those of their open matches and of the groups they hold; staff those of their teams."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_PROGRAMME):
            return self
        allowed = self.own_of(user)
        if user.has_role(Role.COORDINATOR):
            allowed |= Q(team__in=teams_of(user))
        return self.filter(allowed)

    @staticmethod
    def own_of(user: Any) -> Q:
        return Q(match__in=Match.objects.of_mentor_user(user).values("pk")) | Q(
            group__in=Group.objects.led_by(user).values("pk")
        )

    def going_on(self) -> Self:
        """Whose match is still open, or whose group still meets."""
        return self.filter(Q(match__status__in=Match.OPEN) | Q(group__isnull=False, group__closed_on=None))


class RepeatQuerySet(ArrangementQuerySet):
    def running(self, day: date) -> "RepeatQuerySet":
        """Not stopped nor over; its match is open, or its group meets and is still this mentor’s to hold."""
        holds = Facilitator.objects.current().filter(group=models.OuterRef("group"), mentor=models.OuterRef("mentor"))
        return self.filter(
            Q(match__status__in=Match.OPEN) | Q(Exists(holds), group__closed_on=None),
            stopped_at=None,
            until__gte=day,
            mentor__status__in=Mentor.WORKING,
        )


class Arrangement(models.Model):
    """Who is to meet whom, how, where and for how long. `team` is the team whose work it was when it was arranged."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="%(class)ss")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    match = models.ForeignKey(Match, null=True, blank=True, on_delete=models.PROTECT, related_name="%(class)ss")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="%(class)ss")
    minutes = models.PositiveSmallIntegerField()
    setting = models.CharField(max_length=10, choices=Setting.choices)
    establishment = models.ForeignKey(Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    where = SealedTextField("place", blank=True)
    medium = models.CharField(max_length=12, choices=Medium.choices)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(match__isnull=False, group=None) | Q(match=None, group__isnull=False),
                name="%(class)s_is_with_somebody",
            ),
            models.CheckConstraint(condition=Q(minutes__gt=0), name="%(class)s_has_minutes"),
        ]

    @property
    def with_whom(self) -> str:
        """The name the person likes to be called, or the group’s."""
        return self.match.person.preferred_name if self.match else str(self.group)

    @property
    def place_in_words(self) -> str:
        return self.establishment.name if self.establishment else self.where


class Repeat(Arrangement):
    """Meetings are made ahead of it (mentoring.actions.repeats.make_ahead). Its time is the clock on the wall in
    London, winter and summer.
    """

    class Every(models.TextChoices):
        WEEK = EveryRule.WEEK, "Every week"
        TWO_WEEKS = EveryRule.TWO_WEEKS, "Every two weeks"
        MONTH = EveryRule.MONTH, "Once a month"

    every = models.CharField(max_length=10, choices=Every.choices)
    first_day = models.DateField()
    wall_time = models.TimeField("time on the clock")
    until = models.DateField("last day it may be on")
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = RepeatQuerySet.as_manager()

    class Meta(Arrangement.Meta):
        constraints = [
            *Arrangement.Meta.constraints,
            models.CheckConstraint(condition=Q(every__in=[e.value for e in EveryRule]), name="repeat_every_is_known"),
            models.CheckConstraint(condition=Q(until__gte=F("first_day")), name="repeat_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(stopped_at=None, stopped_by=None) | Q(stopped_at__isnull=False, stopped_by__isnull=False),
                name="repeat_stopped_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["until", "id"], condition=Q(stopped_at=None), name="repeat_running")]

    def __str__(self) -> str:
        return f"repeat {self.ref}"
