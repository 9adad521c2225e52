"""A cohort: people of one prison who learn together, perhaps one course, perhaps by a day."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.refs import new_ref
from places.models import Establishment
from training.models.learners import Learner, establishments_of


class CohortQuerySet(models.QuerySet["Cohort"]):
    def open(self) -> "CohortQuerySet":
        return self.filter(closed_on=None)

    def with_size(self) -> "CohortQuerySet":
        """Adds `people_now`, how many are in each at present."""
        return self.annotate(people_now=models.Count("members", filter=Q(members__until=None)))

    def visible_to(self, user: Any) -> "CohortQuerySet":
        """Programme staff see all; a learning lead those of their own prisons; nobody else sees one."""
        return self.filter(establishment__in=establishments_of(user))


class Cohort(models.Model):
    """`course_key` is the course of everybody in it, if it has one; who joins is put on that course."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    name = models.CharField(max_length=60)
    establishment = models.ForeignKey(Establishment, on_delete=models.PROTECT, related_name="+")
    course_key = models.UUIDField(null=True, blank=True, editable=False)
    course_title = models.CharField(max_length=255, blank=True)
    due_on = models.DateField("to be finished by", null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True, blank=True)

    objects = CohortQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="cohort_has_a_name")]
        indexes = [models.Index(fields=["establishment", "name", "id"], name="cohort_by_place")]

    def __str__(self) -> str:
        return self.name


class CohortMember(models.Model):
    """One person’s time in a cohort."""

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="members")
    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="cohorts")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "learner"], condition=Q(until=None), name="once_in_a_cohort")
        ]

    def __str__(self) -> str:
        return f"member of {self.cohort}"
