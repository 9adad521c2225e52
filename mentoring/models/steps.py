"""A small step towards a goal."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.goals import Goal
from mentoring.models.progress import SETTLED_HAS_A_DAY, TONES, Progress


class Step(models.Model):
    """Something small enough to do before the next meeting."""

    STATUS_TONES = TONES

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="steps")
    words = SealedTextField("what")
    status = models.CharField(max_length=10, choices=Progress.choices, default=Progress.GOING)
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["added_by", "key"], name="one_step_for_each_form"),
            models.CheckConstraint(condition=~Q(words=""), name="step_says_what"),
            models.CheckConstraint(condition=Q(status__in=Progress.values), name="step_status_is_known"),
            models.CheckConstraint(condition=SETTLED_HAS_A_DAY, name="settled_step_has_a_day"),
        ]

    def __str__(self) -> str:
        return f"step {self.ref}"

    @property
    def is_going(self) -> bool:
        return self.status == Progress.GOING
