"""A group: people who meet together, and the mentors who hold it."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.roles import WHOLE_PROGRAMME, Role
from common.refs import new_ref
from mentoring.models.mentors import Mentor, teams_of
from people.models import Person
from places.models import Establishment, Team


class GroupQuerySet(models.QuerySet["Group"]):
    def open(self) -> "GroupQuerySet":
        return self.filter(closed_on=None)

    def led_by(self, user: Any) -> "GroupQuerySet":
        """The open groups that this user holds as a mentor, now."""
        return self.open().filter(pk__in=Facilitator.objects.current().of_user(user).values("group"))

    def with_size(self) -> "GroupQuerySet":
        """Adds `people_now`, how many people are in each at present."""
        return self.annotate(people_now=models.Count("members", filter=Q(members__until=None)))

    def visible_to(self, user: Any) -> "GroupQuerySet":
        """A mentor sees the groups they hold, while they hold them; staff those of their teams."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_PROGRAMME):
            return self
        allowed = Q(pk__in=Group.objects.led_by(user).values("pk"))
        if user.has_role(Role.COORDINATOR):
            allowed |= Q(team__in=teams_of(user))
        return self.filter(allowed)


class Group(models.Model):
    """Its name stands on lists and says nothing about anybody: “Tuesday group”, never what it is about."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    name = models.CharField(max_length=60)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    establishment = models.ForeignKey(Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True, blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="group_has_a_name")]
        indexes = [models.Index(fields=["team", "name", "id"], name="group_by_team")]

    def __str__(self) -> str:
        return self.name


class SpellQuerySet(models.QuerySet[Any]):
    """Rows that are true from a day until a day; without a last day they are true now."""

    def current(self) -> "SpellQuerySet":
        return self.filter(until=None)

    def on(self, day: date) -> "SpellQuerySet":
        return self.filter(Q(until=None) | Q(until__gte=day), since__lte=day)

    def of_user(self, user: Any) -> "SpellQuerySet":
        """For facilitators: those who sign in as this user and are working as a mentor."""
        return self.filter(mentor__person__login=user, mentor__status__in=Mentor.WORKING)


class Member(models.Model):
    """One person’s time in a group."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="groups")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = SpellQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], condition=Q(until=None), name="once_in_a_group"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="member_leaves_after"),
        ]

    def __str__(self) -> str:
        return f"member {self.ref}"


class Facilitator(models.Model):
    """One mentor’s time of holding a group."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="facilitators")
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="groups")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = SpellQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "mentor"], condition=Q(until=None), name="holds_a_group_once"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="facilitator_stops_after"),
        ]

    def __str__(self) -> str:
        return f"facilitator {self.ref}"
