"""Asking somebody else to look again at a refusal."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.applications import MentorApplication


class Appeal(models.Model):
    """Decided by another person than the one who refused; the database holds to it too."""

    class Status(models.TextChoices):
        APPEALED = "appealed", "Waiting for somebody to look again"
        UPHELD = "upheld", "The decision stands"
        OVERTURNED = "overturned", "The decision was changed"

    STATUS_TONES = {Status.APPEALED: "wait", Status.OVERTURNED: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    application = models.ForeignKey(MentorApplication, on_delete=models.PROTECT, related_name="appeals")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.APPEALED)
    grounds = SealedTextField("why they think it should be looked at again")
    refused_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = SealedTextField("what they are told", blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status="appealed", decided_at=None, decided_by=None)
                | (
                    Q(status__in=["upheld", "overturned"], decided_at__isnull=False, decided_by__isnull=False)
                    & ~Q(words="")
                ),
                name="decided_appeal_says_who_when_and_why",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("refused_by")), name="appeal_is_heard_by_somebody_else"
            ),
            models.UniqueConstraint(
                fields=["application"], condition=Q(status="appealed"), name="one_appeal_waits_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"appeal {self.ref}"
