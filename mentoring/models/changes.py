"""What a session record said before it was corrected, and what was added to it later. Nothing here is ever changed."""

import json
from datetime import datetime

from django.conf import settings
from django.db import models

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.sessions import Session

# What a record says, by the names of its columns.
SAID = (
    "kind", "setting", "medium", "started_at", "happened", "minutes", "planned_at", "establishment", "where", "cause",
    "cause_note", "topics", "what_we_did", "their_words", "next_step",
)  # fmt: skip


def as_it_was(session: Session) -> str:
    """The record in plain values, as JSON, for the sealed history."""
    said = {name: getattr(session, name) for name in SAID}
    said["establishment"] = session.establishment.name if session.establishment else ""
    marks = list(session.attendance.select_related("person"))
    said["marks"] = {mark.person.ref: mark.mark for mark in marks}
    said["causes"] = {mark.person.ref: mark.cause for mark in marks if mark.cause}
    return json.dumps(
        {name: value.isoformat() if isinstance(value, datetime) else value for name, value in said.items()}
    )


class Correction(models.Model):
    """The record as it stood at `version`, before somebody corrected it: a sealed JSON object of its fields."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="corrections")
    version = models.PositiveIntegerField()
    was = SealedTextField()
    fields = models.JSONField(default=list)
    reason = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "version"], name="one_correction_of_a_version")]

    def __str__(self) -> str:
        return f"{self.session}, version {self.version}"


class Addendum(models.Model):
    """Something added to a record that can no longer be corrected."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="addenda")
    key = models.CharField(max_length=40, unique=True, editable=False)
    text = SealedTextField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "addenda"

    def __str__(self) -> str:
        return f"addendum to {self.session}"
