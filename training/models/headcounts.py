"""How many people are in post at a prison: the number that coverage is measured against, with the day it was true."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models

from common.refs import new_ref
from places.models import Establishment
from training.models.learners import establishments_of
from training.models.stations import Job


class HeadcountQuerySet(models.QuerySet["Headcount"]):
    def visible_to(self, user: Any) -> "HeadcountQuerySet":
        """Programme staff see all; a learning lead those of their own prisons; nobody else sees one."""
        return self.filter(establishment__in=establishments_of(user))

    def newest(self, on: date) -> "HeadcountQuerySet":
        """Of each place and job the newest that was counted by that day; of one day the one entered last."""
        mine = self.model.objects.filter(
            establishment=models.OuterRef("establishment"), job=models.OuterRef("job"), counted_on__lte=on
        )
        newest = mine.order_by("-counted_on", "-pk").values("pk")[:1]
        return self.filter(pk=models.Subquery(newest))


class Headcount(models.Model):
    """Rows are added: what coverage was last year stays what it was."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    establishment = models.ForeignKey(Establishment, on_delete=models.PROTECT, related_name="+")
    job = models.CharField(max_length=12, choices=Job.choices)
    in_post = models.PositiveIntegerField()
    counted_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = HeadcountQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(job__in=Job.values), name="headcount_job_is_known")]
        indexes = [models.Index(fields=["establishment", "job", "-counted_on"], name="headcount_by_place")]

    def __str__(self) -> str:
        return f"head count {self.ref}"
