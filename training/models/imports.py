"""A list of staff brought in as a file: checked, applied once, and taken back whole while nobody has begun to learn."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from places.models import Establishment
from training.models.cohorts import Cohort
from training.models.enrolments import Enrolment
from training.models.learners import Learner, establishments_of
from training.models.stations import Station


class ImportQuerySet(models.QuerySet["Import"]):
    def visible_to(self, user: Any) -> "ImportQuerySet":
        """Programme staff see all; a learning lead those of their own prisons; nobody else sees one."""
        return self.filter(establishment__in=establishments_of(user))


class Import(models.Model):
    """Its rows are kept sealed, and for a day at most."""

    class Status(models.TextChoices):
        CHECKED = "checked", "Checked, nothing changed yet"
        APPLIED = "applied", "Brought in"
        UNDONE = "undone", "Taken back"

    STATUS_TONES = {Status.CHECKED: "wait", Status.APPLIED: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    establishment = models.ForeignKey(Establishment, on_delete=models.PROTECT, related_name="+")
    cohort = models.ForeignKey(Cohort, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.CHECKED)
    # JSON: [{"line": 2, "cells": {column: text}, "problems": [sentence], "does": "new"}]
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

    objects = ImportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status="checked", applied_at=None, applied_by=None)
                | (~Q(status="checked") & Q(applied_at__isnull=False, applied_by__isnull=False)),
                name="list_of_learners_says_who_applied_it",
            ),
            models.CheckConstraint(
                condition=Q(status="undone", undone_at__isnull=False, undone_by__isnull=False)
                | (~Q(status="undone") & Q(undone_at=None, undone_by=None)),
                name="list_of_learners_says_who_took_it_back",
            ),
        ]
        indexes = [models.Index(fields=["establishment", "-brought_at"], name="list_of_learners_by_place")]

    def __str__(self) -> str:
        return f"list of learners {self.ref}"

    def read_rows(self) -> list[dict[str, Any]]:
        """The rows as they came, tidied; none once a day has passed."""
        found: list[dict[str, Any]] = json.loads(self.rows) if self.rows else []
        return found


class ImportedLearner(models.Model):
    """What one row made. `is_new` says that the learner came with it, and goes with it if it is taken back."""

    brought_by_import = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="imported")
    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="+")
    is_new = models.BooleanField()
    station = models.ForeignKey(Station, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    before = models.ForeignKey(Station, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    enrolment = models.ForeignKey(Enrolment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["brought_by_import", "learner"], name="a_learner_once_in_a_list")
        ]

    def __str__(self) -> str:
        return f"row of {self.brought_by_import}"
