"""What is left when a journey has been deleted: how long a holder took. About nobody."""

from django.db import models

from casefiles_support.models.holders import Holder


class Timing(models.Model):
    """Quarters, not days, so that nobody can be found by when they asked. Figures of fewer than ten are never shown."""

    holder = models.ForeignKey(Holder, on_delete=models.PROTECT, related_name="timings")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    days_taken = models.PositiveSmallIntegerField("days from receipt to answer", null=True, blank=True)
    days_late = models.PositiveSmallIntegerField(default=0)
    # As where nobody knew on which day they had it.
    unsure = models.BooleanField("nobody can say if it was in time", default=False)
    extended = models.BooleanField(default=False)
    notice_failed = models.BooleanField("asked for more time, and it did not hold", default=False)
    outcome = models.CharField(max_length=18)
    offered_support = models.CharField(max_length=6, blank=True)
    covered = models.JSONField("covered pages by category", default=dict, blank=True)

    class Meta:
        indexes = [models.Index(fields=["holder", "year", "quarter"], name="timing_by_holder")]

    def __str__(self) -> str:
        return f"timing {self.pk}"
