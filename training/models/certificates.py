"""What somebody may show: frozen on the day it was earned, and verifiable for as long as this house stands."""

import json
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from training.models.learners import KEEPS_LEARNING, Learner
from training.models.progress import Progress
from training.rules.certificates import Facts, is_code, name_shown, shown, standing, tidy_code

ISSUES = frozenset(str(number) for number in range(1, 100))


class CertificateQuerySet(models.QuerySet["Certificate"]):
    def visible_to(self, user: Any) -> "CertificateQuerySet":
        """Those of the learners whom this user may see: their own, their prison’s for a learning lead, or all."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*KEEPS_LEARNING):
            return self
        return self.filter(learner__in=Learner.objects.visible_to(user))

    def named(self, ref: str) -> "CertificateQuerySet":
        """The one of this ref, or none."""
        progress, _, issue = ref.rpartition("-")
        return self.filter(progress__ref=progress, issue=int(issue)) if issue in ISSUES else self.none()

    def coded(self, typed: str) -> "CertificateQuerySet":
        """The one of a code, however it was typed, or none."""
        return self.filter(code=tidy_code(typed)) if is_code(typed) else self.none()


class Certificate(models.Model):
    """`snapshot` is canonical JSON of what stands on it: name, module, version, outcomes, hours. Nothing is looked up
    again, so an edit, a new name or a deleted page changes no certificate.
    """

    code = models.CharField(max_length=11, unique=True, editable=False)
    progress = models.ForeignKey(
        Progress, on_delete=models.PROTECT, related_name="certificates", related_query_name="certificate"
    )
    # Put right, it is given again with the next number; the one before stays, and says so.
    issue = models.PositiveSmallIntegerField(default=1, editable=False)
    learner = models.ForeignKey(Learner, on_delete=models.PROTECT, related_name="certificates")
    snapshot = models.TextField()
    sha256 = models.CharField(max_length=64)
    issued_at = models.DateTimeField()
    expires_on = models.DateField(null=True, blank=True)
    may_show_name = models.BooleanField("show my name to whoever checks it", default=False)
    superseded_by = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="supersedes"
    )
    superseded_on = models.DateField(null=True, blank=True)
    superseded_because = models.CharField(max_length=300, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = CertificateQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["progress", "issue"], name="one_certificate_of_an_issue"),
            models.CheckConstraint(condition=Q(issue__gte=1), name="issues_count_from_one"),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_because="", withdrawn_by=None)
                | Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_because=""),
                name="withdrawn_certificate_says_why",
            ),
            models.CheckConstraint(
                condition=Q(superseded_by=None, superseded_on=None)
                | Q(superseded_by__isnull=False, superseded_on__isnull=False),
                name="superseded_certificate_says_when",
            ),
        ]
        indexes = [models.Index(fields=["expires_on"], name="certificate_by_end")]

    def __str__(self) -> str:
        return f"certificate {self.code}"

    @property
    def ref(self) -> str:
        """What it is called outside the database, where its code has no business: its progress’s ref, and its issue."""
        return f"{self.progress.ref}-{self.issue}"

    @property
    def code_in_groups(self) -> str:
        return shown(self.code)

    @property
    def plain(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.snapshot)
        return found

    def standing(self, on: date) -> str:
        facts = Facts(expires_on=self.expires_on, superseded_on=self.superseded_on, withdrawn_on=self.withdrawn_on)
        return standing(facts, on=on)

    def holder(self) -> str:
        """The name for whoever asks, as far as its holder wants it seen."""
        return name_shown(name=self.plain["name"], may_show=self.may_show_name)
