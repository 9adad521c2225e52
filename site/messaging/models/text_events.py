"""What Twilio reported about texts, as it came. Rows are added and never changed (migration 0003 sees to it)."""

from django.db import models
from django.db.models import Q


class TextEvent(models.Model):
    """One report. The same status of the same text is one row, however often it is reported.

    `text_ref` is the reference that we gave with the text and that came back in the report: it finds the row even when
    the report is faster than the answer. Only `settled_at` and `conflict` are ever written to an event that stands.
    """

    class Source(models.TextChoices):
        CALLBACK = "callback", "Twilio reported it"
        POLL = "poll", "we asked"

    sid = models.CharField(max_length=34)
    status = models.CharField(max_length=20)
    error_code = models.PositiveIntegerField(null=True, blank=True)
    text_ref = models.CharField(max_length=12, blank=True)
    source = models.CharField(max_length=8, choices=Source.choices, default=Source.CALLBACK)
    received_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    conflict = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["sid", "status"], name="one_event_for_each_status_of_a_text"),
            models.CheckConstraint(condition=~Q(sid="") & ~Q(status=""), name="a_text_event_is_about_something"),
            models.CheckConstraint(
                condition=Q(conflict=False) | Q(settled_at__isnull=False), name="a_conflict_was_settled"
            ),
        ]
        indexes = [
            models.Index(fields=["received_at"], condition=Q(settled_at=None), name="text_events_to_settle"),
        ]

    def __str__(self) -> str:
        return f"{self.status} at {self.received_at:%Y-%m-%d %H:%M}"
