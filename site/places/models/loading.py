"""Files of places that people bring: checked first, applied once."""

from typing import Any

from django.conf import settings
from django.db import models

from common.refs import new_ref
from places.models.offer_sheets import OFFERS
from places.models.post_sheets import POSTS
from places.models.sheets import COUNCILS, ESTABLISHMENTS, Sheet
from places.rules.sheets import Row

SHEETS: dict[str, Sheet] = {sheet.kind: sheet for sheet in (COUNCILS, ESTABLISHMENTS, OFFERS, POSTS)}


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, user: Any) -> "UploadQuerySet":
        """A file is seen by whoever brought it."""
        return self.filter(brought_by_id=user.pk) if user.pk else self.none()


class Upload(models.Model):
    """The rows of one file, between the check and the day they are applied. Then only rows with problems are kept.

    Its `ref` is the key that makes applying twice the same as applying once.
    """

    class Kind(models.TextChoices):
        COUNCILS = "councils", "Councils"
        ESTABLISHMENTS = "establishments", "Prisons"
        OFFERS = "offers", "What councils do for care leavers"
        POSTS = "posts", "Posts and contacts"

    class Status(models.TextChoices):
        CHECKED = "checked", "Checked, not applied"
        APPLIED = "applied", "Applied"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.CHECKED)
    rows = models.JSONField(default=list)  # [{"line": 2, "cells": {column: text}, "problems": [sentence]}]
    counts = models.JSONField(default=dict, blank=True)  # once applied: {"new": 1, "changed": 2, …}
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    brought_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="applied", applied_at__isnull=False)
                | models.Q(status="checked", applied_at=None),
                name="upload_says_when_it_was_applied",
            )
        ]

    @property
    def sheet(self) -> Sheet:
        return SHEETS[self.kind]

    def read_rows(self) -> list[Row]:
        return [Row(kept["line"], dict(kept["cells"]), list(kept["problems"])) for kept in self.rows]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.get_status_display().lower()}"
