"""A list of staff brought in as a file: checked, applied once, and taken back whole while nobody has begun to learn."""

from typing import Any

from django.db import models

from places.models import Establishment
from places.models.brought import Brought, says_who_applied_it, says_who_took_it_back
from training.models.cohorts import Cohort
from training.models.enrolments import Enrolment
from training.models.learners import Learner, establishments_of
from training.models.stations import Station


class ImportQuerySet(models.QuerySet["Import"]):
    def visible_to(self, user: Any) -> "ImportQuerySet":
        """Programme staff see all; a learning lead those of their own prisons; nobody else sees one."""
        return self.filter(establishment__in=establishments_of(user))


class Import(Brought):
    """Beside what every row has, each says what it `does` (actions/imports.py)."""

    class Status(models.TextChoices):
        CHECKED = "checked", "Checked, nothing changed yet"
        APPLIED = "applied", "Brought in"
        UNDONE = "undone", "Taken back"

    STATUS_TONES = {Status.CHECKED: "wait", Status.APPLIED: "go"}

    establishment = models.ForeignKey(Establishment, on_delete=models.PROTECT, related_name="+")
    cohort = models.ForeignKey(Cohort, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.CHECKED)

    objects = ImportQuerySet.as_manager()

    class Meta:
        constraints = [
            says_who_applied_it("list_of_learners_says_who_applied_it"),
            says_who_took_it_back("list_of_learners_says_who_took_it_back"),
        ]
        indexes = [models.Index(fields=["establishment", "-brought_at"], name="list_of_learners_by_place")]

    def __str__(self) -> str:
        return f"list of learners {self.ref}"


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
