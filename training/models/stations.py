"""Where somebody who learns works, and since when. A transfer ends one and begins the next; the record stays theirs."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from common.refs import new_ref
from places.models import Establishment
from training.models.learners import Learner


class Job(models.TextChoices):
    """What staff do there, as coarse as a head count can be asked for."""

    OFFICER = "officer", "Officers and key workers"
    PLANNING = "planning", "Prison offender managers and their team"
    RESETTLEMENT = "resettlement", "Resettlement"
    EDUCATION = "education", "Education and work"
    HEALTH = "health", "Health care"
    CARE = "care", "Safer custody, chaplaincy and family work"
    MANAGER = "manager", "Managers"
    OTHER = "other", "Somebody else"


class StationQuerySet(models.QuerySet["Station"]):
    def current(self) -> "StationQuerySet":
        return self.filter(until=None)

    def on(self, day: date) -> "StationQuerySet":
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)

    def at(self, establishments: Any) -> "StationQuerySet":
        return self.filter(establishment__in=establishments)


class Station(models.Model):
    """One learner’s time at one prison. `until` is the first day on which they are not there any more."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="stations")
    establishment = models.ForeignKey(Establishment, on_delete=models.PROTECT, related_name="+")
    job = models.CharField("what they do there", max_length=12, choices=Job.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = StationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["learner"], condition=Q(until=None), name="a_learner_works_at_one_place"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="station_ends_after_it_began"
            ),
            models.CheckConstraint(condition=Q(job__in=Job.values), name="station_job_is_known"),
        ]
        indexes = [models.Index(fields=["establishment", "until", "learner"], name="station_by_place")]

    def __str__(self) -> str:
        return f"station {self.ref}"
