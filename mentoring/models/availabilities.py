"""When a mentor has time: the same each week, and days that are different."""

from django.db import models

from common.refs import new_ref
from mentoring.models.mentors import Mentor


class Availability(models.Model):
    """`pattern` holds slots such as `mon_morning` (rules/availabilities.py)."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    mentor = models.OneToOneField(Mentor, on_delete=models.PROTECT, related_name="availability")
    pattern = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "availabilities"

    def __str__(self) -> str:
        return f"availability {self.ref}"


class DifferentDay(models.Model):
    """One day that is not like the others: these parts of it, or none."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="different_days")
    day = models.DateField()
    parts = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["mentor", "day"], name="one_different_day_each")]

    def __str__(self) -> str:
        return f"different day {self.ref}"
