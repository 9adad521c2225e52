"""Not handing over today, for a person’s safety: one working day, two names, and it ends by itself."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.journeys import Journey
from common.fields import SealedTextField
from common.refs import new_ref


class SafetyHoldQuerySet(InsideQuerySet):
    def standing(self, at: datetime) -> "SafetyHoldQuerySet":
        return self.filter(ends_at__gt=at, lifted_at=None)


class SafetyHold(models.Model):
    """Asked for by a practitioner and agreed by a safeguarding lead. Once more needs a programme manager."""

    WAY = "journey"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="holds")
    because = SealedTextField("why")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ends_at = models.DateTimeField()
    told_on = models.DateField("the day the person was told", null=True, blank=True)
    again_of = models.OneToOneField("self", null=True, blank=True, on_delete=models.CASCADE, related_name="again")
    again_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = SafetyHoldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(asked_by=F("agreed_by")), name="safety_hold_has_two_names"),
            models.CheckConstraint(condition=~Q(because=""), name="safety_hold_says_why"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("asked_at")), name="safety_hold_ends"),
            models.CheckConstraint(
                condition=Q(again_of=None, again_by=None) | Q(again_of__isnull=False, again_by__isnull=False),
                name="safety_hold_again_says_who",
            ),
        ]
        indexes = [models.Index(fields=["journey", "ends_at"], name="safety_hold_by_journey")]

    def __str__(self) -> str:
        return f"safety hold {self.ref}"
