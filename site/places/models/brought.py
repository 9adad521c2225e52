"""What every file that is brought in row by row keeps: who brought it, who applied it, who took it back."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref


class Brought(models.Model):
    """A file that is checked, applied once, and taken back whole while nobody has used what came with it.

    Its rows are kept sealed, and for a day at most. A class of it has a `status` of `checked`, `applied` or `undone`,
    and maybe others, and the two constraints below under names of its own.
    """

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    # JSON: [{"line": 2, "cells": {column: text}, "problems": [sentence]}]
    rows = SealedTextField(blank=True)
    total = models.PositiveIntegerField()
    wrong = models.PositiveIntegerField()
    made = models.PositiveIntegerField(default=0)
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    applied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def read_rows(self) -> list[dict[str, Any]]:
        """The rows as they came, tidied; none once a day has passed."""
        found: list[dict[str, Any]] = json.loads(self.rows) if self.rows else []
        return found


def says_who_applied_it(name: str) -> models.CheckConstraint:
    applied = Q(applied_at__isnull=False, applied_by__isnull=False)
    checked = Q(status="checked", applied_at=None, applied_by=None)
    return models.CheckConstraint(condition=checked | (~Q(status="checked") & applied), name=name)


def says_who_took_it_back(name: str) -> models.CheckConstraint:
    undone = Q(status="undone", undone_at__isnull=False, undone_by__isnull=False)
    return models.CheckConstraint(
        condition=undone | (~Q(status="undone") & Q(undone_at=None, undone_by=None)), name=name
    )
