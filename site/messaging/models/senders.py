"""The way out for texts, shared by all who send: how fast, how many at once, and whether it is stopped."""

from datetime import datetime

from django.db import models
from django.db.models import Q

THE_SENDER = 1


class Sender(models.Model):
    """One row. While it is stopped nothing goes: the account, the number we send from, or a daily limit is at fault."""

    next_at = models.DateTimeField(null=True, blank=True)  # when the next text may go: this is the limit on speed
    at_once = models.PositiveSmallIntegerField(default=8)  # falls when Twilio says “too many”, and rises again
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_until = models.DateTimeField(null=True, blank=True)
    stopped_code = models.PositiveIntegerField(null=True, blank=True)
    stops = models.PositiveSmallIntegerField(default=0)  # in a row: each stop is longer than the one before

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(stopped_at=None, stopped_until=None, stopped_code=None)
                | Q(stopped_at__isnull=False, stopped_until__isnull=False, stopped_code__isnull=False),
                name="a_stopped_sender_says_why_and_until_when",
            ),
            models.CheckConstraint(condition=Q(pk=THE_SENDER), name="there_is_one_sender"),
            models.CheckConstraint(condition=Q(at_once__gte=1), name="a_sender_sends_at_least_one_at_once"),
        ]

    def __str__(self) -> str:
        return f"stopped since {self.stopped_at}, code {self.stopped_code}" if self.stopped_at else "sending"

    def is_stopped(self, at: datetime) -> bool:
        return self.stopped_until is not None and self.stopped_until > at
