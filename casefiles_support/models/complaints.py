"""Complaining: first to the holder (DPA 2018 s.164A), then to the regulator (the ICO)."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.requests import AccessRequest
from common.refs import new_ref


class Complaint(models.Model):
    """When it must be acknowledged, and by when the regulator must be asked, is worked out (law/access_clock.py).

    `about` is what the holder did, of a list; nothing of what the records say.
    """

    WAY = "request__journey"

    class To(models.TextChoices):
        HOLDER = "holder", "To the holder"
        REGULATOR = "regulator", "To the regulator (ICO)"

    class About(models.TextChoices):
        LATE = "late", "It is late"
        COVERED = "covered", "Too much is covered, or nobody says why"
        MISSING = "missing", "Something is missing"
        REFUSED = "refused", "They said no"
        LAPSED = "lapsed", "They stopped it"
        EXTENSION = "extension", "They took more time without a good reason"
        DELIVERY = "delivery", "How it was sent"
        CORRECTION = "correction", "They would not put it right"

    class Status(models.TextChoices):
        SENT = "sent", "Sent"
        ACKNOWLEDGED = "acknowledged", "They said they have it"
        ANSWERED = "answered", "Answered"

    class Outcome(models.TextChoices):
        UPHELD = "upheld", "They agreed with the complaint"
        PARTLY = "partly", "They agreed with part of it"
        NOT_UPHELD = "not_upheld", "They did not agree"
        ASK_HOLDER_FIRST = "ask_holder_first", "The regulator says: ask the holder first"
        NO_ACTION = "no_action", "They will do nothing"

    STATUS_TONES = {Status.SENT: "wait", Status.ACKNOWLEDGED: "brand"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="complaints")
    to = models.CharField("to whom", max_length=9, choices=To.choices)
    about = models.CharField("about what", max_length=10, choices=About.choices)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.SENT)
    sent_on = models.DateField()
    received_on = models.DateField("the day they received it", null=True, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    outcome_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome.choices, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    objects = InsideQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "key"], name="one_complaint_for_each_form"),
            models.UniqueConstraint(
                fields=["request", "to"], condition=~Q(status="answered"), name="one_open_complaint_to_each"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["sent", "acknowledged", "answered"]), name="complaint_status_is_known"
            ),
            models.CheckConstraint(
                condition=Q(status="answered", outcome_on__isnull=False) & ~Q(outcome="")
                | ~Q(status="answered") & Q(outcome_on=None, outcome=""),
                name="answered_complaint_says_what_came_of_it",
            ),
        ]

    def __str__(self) -> str:
        return f"complaint {self.ref}"
