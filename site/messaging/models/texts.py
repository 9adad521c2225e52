"""The outbox of texts: what was promised to whom, and what became of it."""

import json
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from messaging.pointers import pointer

ALL = (
    "due claimed sending unknown accepted sent delivered undelivered failed no_receipt held refused cancelled"
    " superseded expired"
).split()
TAKEN = ["accepted", "sent", "delivered", "undelivered", "no_receipt"]  # by Twilio


class TextQuerySet(models.QuerySet["Text"]):
    def due(self, at: datetime) -> "TextQuerySet":
        """What may be claimed now, oldest first; of those released at one moment, what starts soonest."""
        found = self.filter(status=Text.Status.DUE, try_at__lte=at, send_before__gt=at)
        return found.order_by("try_at", "starts", "pk")

    def stale(self, at: datetime) -> "TextQuerySet":
        """What nobody should send any more."""
        return self.filter(status__in=[Text.Status.DUE, Text.Status.HELD], send_before__lte=at)

    def about(self, subject: Any) -> "TextQuerySet":
        wanted = pointer(subject)
        return self.filter(subject_type=wanted.type, subject_ref=wanted.ref)

    def to(self, recipient: Any) -> "TextQuerySet":
        wanted = pointer(recipient)
        return self.filter(recipient_type=wanted.type, recipient_ref=wanted.ref)


class Text(models.Model):
    """One text to one number, promised in the transaction of what it tells of.

    The same kind, subject, recipient, slot and version is the same text, however often it is promised.
    """

    class Status(models.TextChoices):
        DUE = "due", "Waiting for its time"
        CLAIMED = "claimed", "About to be sent"
        SENDING = "sending", "Being sent"
        UNKNOWN = "unknown", "Perhaps sent: being looked into"
        ACCEPTED = "accepted", "Taken by the phone service"
        SENT = "sent", "Sent to the network"
        DELIVERED = "delivered", "Delivered"
        UNDELIVERED = "undelivered", "Not delivered"
        FAILED = "failed", "Not sent"
        NO_RECEIPT = "no_receipt", "Sent, but nobody told us that it came"
        HELD = "held", "Held for somebody to decide"
        REFUSED = "refused", "May not be sent"
        CANCELLED = "cancelled", "Taken back"
        SUPERSEDED = "superseded", "Replaced by a later one"
        EXPIRED = "expired", "Too late to be of use"

    WAITING = frozenset({Status.DUE, Status.CLAIMED, Status.HELD})  # surely not out of the house
    IN_HAND = frozenset({Status.CLAIMED, Status.SENDING})  # a worker has it, under a lease
    OUT = frozenset(
        {
            Status.SENDING, Status.UNKNOWN, Status.ACCEPTED, Status.SENT, Status.DELIVERED, Status.NO_RECEIPT
        }
    )  # fmt: skip
    NOT_GONE = frozenset({Status.HELD, Status.REFUSED, Status.EXPIRED, Status.FAILED, Status.UNDELIVERED})
    OVER = frozenset(
        {
            Status.DELIVERED, Status.UNDELIVERED, Status.FAILED, Status.NO_RECEIPT, Status.REFUSED, Status.CANCELLED,
            Status.SUPERSEDED, Status.EXPIRED,
        }
    )  # fmt: skip

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    # What makes it one text and not two.
    kind = models.CharField(max_length=60)  # mentoring.session.tomorrow
    subject_type = models.CharField(max_length=60, blank=True)
    subject_ref = models.CharField(max_length=12, blank=True)
    recipient_type = models.CharField(max_length=60)
    recipient_ref = models.CharField(max_length=12)
    slot = models.CharField(max_length=30)  # day_before
    version = models.PositiveIntegerField(default=0)  # of the subject: a session that moved has another
    # What it says, and where.
    number = SealedTextField(blank=True)
    number_index = models.CharField(max_length=32, db_index=True, editable=False)
    language = models.CharField(max_length=2, default="en")
    template = models.CharField(max_length=100)
    template_version = models.PositiveSmallIntegerField()
    values = SealedTextField(blank=True)  # JSON
    body_index = models.CharField(max_length=32, blank=True)  # a keyed fingerprint of the words
    segments = models.PositiveSmallIntegerField(default=1)
    # When.
    send_after = models.DateTimeField()
    send_before = models.DateTimeField()
    starts = models.DateTimeField(null=True, blank=True)
    try_at = models.DateTimeField()  # when somebody should look at it next
    # What becomes of it.
    status = models.CharField(max_length=11, choices=Status.choices, default=Status.DUE)
    reason = models.CharField(max_length=60, blank=True)  # a code
    why = models.CharField(max_length=300, blank=True)  # the same in words for staff
    withdrawn = models.CharField(max_length=10, blank=True)  # what it becomes if it turns out not to have gone
    within_caps = models.BooleanField(default=True)  # False: somebody let it go although a cap was reached
    attempts = models.PositiveSmallIntegerField(default=0)
    claim = models.CharField(max_length=12, blank=True)  # the worker's hold on it: another claim, another token
    lease_until = models.DateTimeField(null=True, blank=True)
    sending_at = models.DateTimeField(null=True, blank=True)
    searches = models.PositiveSmallIntegerField(default=0)  # of Twilio's list that found nothing; then, of its receipt
    sid = models.CharField(max_length=34, unique=True, null=True, blank=True)
    error_code = models.PositiveIntegerField(null=True, blank=True)
    conflicts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    over_at = models.DateTimeField(null=True, blank=True)
    redacted_at = models.DateTimeField(null=True, blank=True)  # the words at Twilio

    objects = TextQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_ref", "recipient_ref", "slot", "version"], name="one_text_for_each_occasion"
            ),
            models.CheckConstraint(
                condition=Q(
                    status__in=ALL
                ),
                name="text_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["claimed", "sending"], lease_until__isnull=False)
                | (~Q(status__in=["claimed", "sending"]) & Q(lease_until=None)),
                name="only_a_text_in_hand_has_a_lease",
            ),
            models.CheckConstraint(
                condition=Q(status__in=TAKEN, sid__isnull=False) | ~Q(status__in=TAKEN),
                name="a_text_that_was_taken_has_a_sid",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["held", "refused", "cancelled", "superseded", "expired"]) | ~Q(reason=""),
                name="a_text_that_does_not_go_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["sending", "unknown"]) | Q(sending_at__isnull=False),
                name="a_text_being_sent_says_since_when",
            ),
            models.CheckConstraint(condition=~Q(sid=""), name="text_sid_is_null_or_something"),
            models.CheckConstraint(condition=Q(send_before__gte=models.F("send_after")), name="text_window_is_open"),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["try_at", "starts", "id"], condition=Q(status="due"), name="texts_by_turn"),
            models.Index(fields=["status", "try_at"], name="texts_by_status"),
            models.Index(fields=["subject_type", "subject_ref"], name="texts_by_subject"),
            models.Index(fields=["recipient_type", "recipient_ref", "-id"], name="texts_by_recipient"),
            models.Index(fields=["over_at"], condition=~Q(number=""), name="texts_to_forget"),
            models.Index(fields=["-created_at", "-id"], name="texts_newest_first"),
        ]

    def __str__(self) -> str:
        return f"text {self.ref}, {self.get_status_display().lower()}"

    def opened_values(self) -> dict[str, str]:
        """What stands in the places of its template; nothing once it was forgotten."""
        return json.loads(self.values) if self.values else {}
