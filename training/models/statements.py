"""What a learning record store is told (xAPI), where one is set: kept with the change itself, and sent afterwards."""

from datetime import datetime

from django.db import models
from django.db.models import Q


class StatementQuerySet(models.QuerySet["Statement"]):
    def due(self, at: datetime) -> "StatementQuerySet":
        """Not taken by the store yet, and not refused by it."""
        return self.filter(sent_at=None, refused_at=None, next_try_at__lte=at).order_by("made_at", "pk")


class Statement(models.Model):
    """`uid` comes from what it tells, so that the same thing is told once; a store keeps one of a uid, however often
    it is sent. `content` names nobody: its actor is an account without a name.
    """

    uid = models.UUIDField(unique=True, editable=False)
    content = models.TextField()
    made_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    # The store understood it and will not have it: sending it again changes nothing, so a person looks.
    refused_at = models.DateTimeField(null=True, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(sent_at=None) | Q(refused_at=None), name="statement_is_taken_or_refused"
            ),
            models.CheckConstraint(condition=~Q(content=""), name="statement_says_something"),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], condition=Q(sent_at=None, refused_at=None), name="statement_to_send")
        ]

    def __str__(self) -> str:
        return f"statement {self.uid}"
