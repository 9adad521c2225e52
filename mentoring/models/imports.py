"""Records brought in from another system: checked, applied once, taken back whole while nobody has used them."""

from typing import Any

from django.db import models
from django.db.models import Q

from accounts.roles import Role
from common.fields import SealedTextField
from mentoring.models.matches import Match
from mentoring.models.mentors import Mentor
from mentoring.models.sessions import Session
from people.models import Person
from places.models.brought import Brought, says_who_applied_it, says_who_took_it_back


class ImportQuerySet(models.QuerySet["Import"]):
    def visible_to(self, user: Any) -> "ImportQuerySet":
        """Programme managers see all of them; nobody else sees one."""
        return self if user.is_authenticated and user.has_role(Role.PROGRAMME_MANAGER) else self.none()


class Import(Brought):
    """One file. Its rows are kept sealed, and for a day at most (rules.imports.KEPT_FOR)."""

    class Kind(models.TextChoices):
        PEOPLE = "people", "People"
        MENTORS = "mentors", "Mentors"
        MATCHES = "matches", "Matches"
        SESSIONS = "sessions", "Sessions"

    class Status(models.TextChoices):
        CHECKED = "checked", "Checked, nothing changed yet"
        APPLYING = "applying", "Being brought in"
        APPLIED = "applied", "Brought in"
        UNDONE = "undone", "Taken back"

    STATUS_TONES = {Status.CHECKED: "wait", Status.APPLYING: "wait", Status.APPLIED: "go"}

    kind = models.CharField(max_length=10, choices=Kind.choices)
    source = models.CharField(max_length=40)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.CHECKED)
    reason = SealedTextField()
    done = models.PositiveIntegerField(default=0)

    objects = ImportQuerySet.as_manager()

    class Meta:
        constraints = [
            says_who_applied_it("import_says_who_applied_it"),
            says_who_took_it_back("import_says_who_took_it_back"),
        ]
        indexes = [models.Index(fields=["-brought_at", "-id"], name="import_by_time")]

    def __str__(self) -> str:
        return f"import {self.ref}"


class ImportedRow(models.Model):
    """What one row became. `key_index` is a fingerprint of the other system’s number: no row comes twice."""

    brought_by_import = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="imported")
    source = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=Import.Kind.choices)
    key_index = models.CharField(max_length=32)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Mentor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    match = models.ForeignKey(Match, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    session = models.ForeignKey(Session, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "kind", "key_index"], name="a_row_comes_once"),
            models.CheckConstraint(condition=~Q(key_index=""), name="imported_row_has_a_key"),
            models.CheckConstraint(
                condition=Q(kind="people", person__isnull=False, mentor=None, match=None, session=None)
                | Q(kind="mentors", person__isnull=False, mentor__isnull=False, match=None, session=None)
                | Q(kind="matches", person=None, mentor=None, match__isnull=False, session=None)
                | Q(kind="sessions", person=None, mentor=None, match=None, session__isnull=False),
                name="imported_row_is_what_its_kind_says",
            ),
        ]

    def __str__(self) -> str:
        return f"row of {self.brought_by_import}"
