"""A talk for whoever sat beside somebody while they read."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.sittings import Sitting
from casefiles_support.models.supporters import Supporter
from common.refs import new_ref


class Debrief(models.Model):
    """A talk for the supporter, within seven days of a reading: the programme owes it."""

    WAY = "sitting__journey"

    class Status(models.TextChoices):
        DUE = "due", "To be offered"
        HELD = "held", "Held"
        NOT_WANTED = "not_wanted", "Not wanted"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    sitting = models.ForeignKey(Sitting, on_delete=models.CASCADE, related_name="debriefs")
    supporter = models.ForeignKey(Supporter, on_delete=models.CASCADE, related_name="debriefs")
    due_on = models.DateField()
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DUE)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = InsideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sitting", "supporter"], name="one_debrief_after_a_sitting"),
            models.CheckConstraint(
                condition=Q(status="due", settled_on=None) | ~Q(status="due") & Q(settled_on__isnull=False),
                name="settled_debrief_has_a_day",
            ),
        ]
        indexes = [models.Index(fields=["status", "due_on"], name="file_debrief_by_day")]

    def __str__(self) -> str:
        return f"debrief {self.ref}"
