"""The outbox: what has been promised to somebody, and what became of it."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref


class MessageQuerySet(models.QuerySet["Message"]):
    def due(self, at: datetime) -> "MessageQuerySet":
        """What may be spoken now: waiting its turn, or left behind by a worker that died while it spoke."""
        waiting = Q(status=Message.Status.WAITING, next_try_at__lte=at)
        left_behind = Q(status=Message.Status.SENDING, lease_until__lte=at)
        return self.filter(waiting | left_behind)

    def over(self) -> "MessageQuerySet":
        return self.filter(status__in=Message.OVER)


class Message(models.Model):
    """A promise to say something. Address and text are sealed, and are forgotten some days after it is over."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SENDING = "sending", "Sending"
        SENT = "sent", "Sent"
        FAILED = "failed", "Failed"
        REFUSED = "refused", "Refused"

    OVER = frozenset({Status.SENT, Status.FAILED, Status.REFUSED})

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=150, unique=True)  # the same key is the same message
    channel = models.CharField(max_length=20)
    to = SealedTextField(blank=True)
    about_type = models.CharField(max_length=60, blank=True)
    about_ref = models.CharField(max_length=12, blank=True)
    template = models.CharField(max_length=100, blank=True)
    subject = models.CharField(max_length=150, blank=True)  # neutral, so it stands open
    text = SealedTextField(blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=120, blank=True)  # the class of the last fault; its message may hold an address
    created_at = models.DateTimeField()
    over_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["status", "next_try_at"], name="outbox_by_turn")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "sending", "sent", "failed", "refused"]),
                name="message_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status="sending", lease_until__isnull=False)
                | (~Q(status="sending") & Q(lease_until__isnull=True)),
                name="only_a_message_being_sent_has_a_lease",
            ),
            models.CheckConstraint(
                condition=Q(status="sent", sent_at__isnull=False) | (~Q(status="sent") & Q(sent_at__isnull=True)),
                name="a_sent_message_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} message {self.ref}, {self.get_status_display().lower()}"
