"""Texts that people send us."""

from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from messaging.rules.replies import Meaning


class InboundText(models.Model):
    """A text that came in. Number and words are sealed; `text_ref` and `recipient_ref` say what it most likely answers.

    `heard_at`: the apps above were told. `handled_at`: somebody has read it and done what it needs.
    """

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    sid = models.CharField(max_length=34, unique=True)  # the same text is delivered to us again and again
    number = SealedTextField(blank=True)
    number_index = models.CharField(max_length=32, db_index=True, editable=False)
    body = SealedTextField(blank=True)
    meaning = models.CharField(max_length=12, choices=[(meaning.value, meaning.value) for meaning in Meaning])
    text_ref = models.CharField(max_length=12, blank=True)
    recipient_type = models.CharField(max_length=60, blank=True)
    recipient_ref = models.CharField(max_length=12, blank=True)
    received_at = models.DateTimeField()
    heard_at = models.DateTimeField(null=True, blank=True)
    handled_at = models.DateTimeField(null=True, blank=True)
    handled_by_ref = models.CharField(max_length=12, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(meaning__in=[meaning.value for meaning in Meaning]), name="inbound_meaning_is_known"
            ),
            models.CheckConstraint(
                condition=Q(handled_at__isnull=False) | Q(handled_by_ref=""), name="inbound_handled_by_goes_with_at"
            ),
        ]
        indexes = [
            models.Index(fields=["received_at"], condition=Q(handled_at=None), name="inbound_to_handle"),
            models.Index(fields=["received_at"], condition=Q(heard_at=None), name="inbound_to_hear"),
        ]

    def __str__(self) -> str:
        return f"inbound text {self.ref}"
