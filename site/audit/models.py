"""Who did, and who looked: one append-only trail in which each row seals the one before it."""

import hashlib
import hmac
import json
from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from audit.sentences import sentence

GENESIS = "0" * 64


class Entry(models.Model):
    """One row of the trail. No foreign keys: it must outlive whatever it speaks of, and never hold it back.

    `detail` holds names of fields, counts and references; never what a person wrote or is.
    """

    class Kind(models.TextChoices):
        EVENT = "event", "a change"
        LOOK = "look", "a look"

    kind = models.CharField(max_length=5, choices=Kind.choices)
    at = models.DateTimeField()
    verb = models.CharField(max_length=80)
    actor_ref = models.CharField(max_length=40, blank=True)
    actor_name = models.CharField(max_length=150)
    subject_type = models.CharField(max_length=60, blank=True)
    subject_ref = models.CharField(max_length=60, blank=True)
    about_ref = models.CharField(max_length=60, blank=True)  # the person whose record it is part of
    detail = models.JSONField(default=dict, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    request_id = models.CharField(max_length=12, blank=True)
    before = models.CharField(max_length=64)
    seal = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["subject_type", "subject_ref", "id"], name="audit_by_subject"),
            models.Index(fields=["about_ref", "id"], name="audit_by_person"),
            models.Index(fields=["actor_ref", "id"], name="audit_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb}"

    @property
    def sentence(self) -> str:
        return sentence(self.verb)

    def make_seal(self) -> str:
        """HMAC-SHA256 over the row before and every column of this one."""
        said = [
            self.before, self.kind, self.at.isoformat(), self.verb, self.actor_ref, self.actor_name, self.subject_type,
            self.subject_ref, self.about_ref, self.detail, self.reason, self.request_id,
        ]  # fmt: skip
        written = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hmac.new(settings.AUDIT_KEY.encode(), written.encode(), hashlib.sha256).hexdigest()


class _OfKind(models.Manager):
    def __init__(self, kind: str) -> None:
        super().__init__()
        self.kind = kind

    def get_queryset(self) -> Any:
        return super().get_queryset().filter(kind=self.kind)


class Event(Entry):
    """A change, and who made it."""

    objects: ClassVar[_OfKind] = _OfKind(Entry.Kind.EVENT)

    class Meta:
        proxy = True


class Look(Entry):
    """Somebody opened a record."""

    objects: ClassVar[_OfKind] = _OfKind(Entry.Kind.LOOK)

    class Meta:
        proxy = True


class Head(models.Model):
    """How long the trail is and the seal of its last row: one row, locked by whoever writes next.

    It is what shows rows cut off the end. `manage.py verify_audit` prints it, to be kept elsewhere.
    """

    length = models.PositiveBigIntegerField(default=0)
    seal = models.CharField(max_length=64, default=GENESIS)

    def __str__(self) -> str:
        return f"{self.length} rows, {self.seal[:12]}…"
