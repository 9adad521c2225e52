"""What somebody may show: frozen on the day it was earned, and verifiable for as long as this house stands."""

import json
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from training.models.learners import Learner
from training.models.progress import Progress
from training.rules.certificates import Facts, name_shown, standing


class Certificate(models.Model):
    """`snapshot` is canonical JSON of what stands on it: name, module, version, outcomes, hours. Nothing is looked up
    again, so an edit, a new name or a deleted page changes no certificate.
    """

    code = models.CharField(max_length=11, unique=True, editable=False)
    progress = models.OneToOneField(Progress, on_delete=models.PROTECT, related_name="certificate")
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
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = [
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
    def plain(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.snapshot)
        return found

    def standing(self, on: date) -> str:
        facts = Facts(expires_on=self.expires_on, superseded_on=self.superseded_on, withdrawn_on=self.withdrawn_on)
        return standing(facts, on=on)

    def holder(self) -> str:
        """The name for whoever asks, as far as its holder wants it seen."""
        return name_shown(name=self.plain["name"], may_show=self.may_show_name)
