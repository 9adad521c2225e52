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
        """Both names are there, and its time is not over. Until then it is a question, and holds nothing."""
        return self.filter(ends_at__gt=at, lifted_at=None)

    def asked(self) -> "SafetyHoldQuerySet":
        """Those that wait for an answer."""
        return self.filter(ends_at=None, lifted_at=None)


class SafetyHold(models.Model):
    """Asked for by a practitioner and agreed by a safeguarding lead: then `ends_at` is set, and it stands. Once more
    (`again_of`) needs a programme manager as well. Lifted before it was agreed: it was refused.
    """

    WAY = "journey"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="holds")
    because = SealedTextField("why")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ends_at = models.DateTimeField(null=True, blank=True)
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
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(asked_by=F("agreed_by")), name="safety_hold_has_two_names"
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None, agreed_at=None) | Q(agreed_by__isnull=False, agreed_at__isnull=False),
                name="safety_hold_agreed_by_goes_with_at",
            ),
            models.CheckConstraint(condition=~Q(because=""), name="safety_hold_says_why"),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(agreed_by__isnull=False, ends_at__gt=F("asked_at")),
                name="safety_hold_ends",
            ),
            models.CheckConstraint(
                condition=Q(again_of=None, again_by=None)
                | Q(again_of__isnull=False) & (Q(ends_at=None) | Q(again_by__isnull=False)),
                name="safety_hold_again_says_who",
            ),
            models.UniqueConstraint(
                fields=["journey"], condition=Q(ends_at=None, lifted_at=None), name="one_safety_hold_is_asked_for"
            ),
        ]
        indexes = [models.Index(fields=["journey", "ends_at"], name="safety_hold_by_journey")]

    def __str__(self) -> str:
        return f"safety hold {self.ref}"
