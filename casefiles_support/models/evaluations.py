"""Looking back: what helped, what hurt, and what a holder offered, as the person ticked it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.requests import AccessRequest
from common.refs import new_ref


class Evaluation(models.Model):
    """About one holder: ticks of a list (`rules/evaluations.py`), never words. What they wrote by hand stays theirs."""

    WAY = "request__journey"

    class Yes(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        UNSURE = "unsure", "I do not know"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    request = models.OneToOneField(AccessRequest, on_delete=models.CASCADE, related_name="evaluation")
    on = models.DateField()
    holder_offered_support = models.CharField(max_length=6, choices=Yes.choices)
    holder_explained = models.CharField("they explained what was covered", max_length=6, choices=Yes.choices)
    kept_informed = models.CharField(max_length=6, choices=Yes.choices)
    helped = models.JSONField("what helped", default=list, blank=True)
    hurt = models.JSONField("what hurt", default=list, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = InsideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(holder_offered_support__in=["yes", "no", "unsure"]), name="evaluation_says_if_supported"
            )
        ]

    def __str__(self) -> str:
        return f"evaluation {self.ref}"
