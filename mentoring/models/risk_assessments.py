"""What could go wrong with this mentor, and what is done so that it does not. Convictions are expected, and weighed."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor
from mentoring.rules.gates import Standing


class RiskQuerySet(models.QuerySet["RiskAssessment"]):
    def standing_of(self, mentor: Mentor, *, on: date) -> Standing:
        return self.standings_of([mentor.pk], on=on)[mentor.pk]

    def standings_of(self, mentors: Sequence[int], *, on: date) -> dict[int, Standing]:
        """How the newest assessment of each that two people signed stands on a day, in one query. `mentors` are ids."""
        written: dict[int, list[RiskAssessment]] = {mentor: [] for mentor in mentors}
        for one in self.filter(mentor__in=mentors).defer("risks", "safeguards").order_by("-written_at", "-pk"):
            written[one.mentor_id].append(one)
        return {mentor: _standing(found, on) for mentor, found in written.items()}


def _standing(written: Sequence["RiskAssessment"], on: date) -> Standing:
    signed = next((one for one in written if one.status == RiskAssessment.Status.SIGNED), None)
    if signed is None:
        return Standing.WAITING if written else Standing.MISSING
    if signed.decision == RiskAssessment.Decision.NOT_NOW:
        return Standing.REFUSED
    return Standing.LAPSED if signed.look_again_on < on else Standing.FINE


class RiskAssessment(models.Model):
    """Whoever writes it signs it first; somebody else signs it second. Only then does it count."""

    class Status(models.TextChoices):
        WRITTEN = "written", "Waiting for a second signature"
        SIGNED = "signed", "Signed by two"

    class Decision(models.TextChoices):
        GO_AHEAD = "go_ahead", "Go ahead"
        WITH_SAFEGUARDS = "with_safeguards", "Go ahead, with what is written here"
        NOT_NOW = "not_now", "Not now"

    STATUS_TONES = {Status.WRITTEN: "wait", Status.SIGNED: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="risk_assessments")
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.WRITTEN)
    risks = SealedTextField("what could go wrong")
    safeguards = SealedTextField("what we do about it", blank=True)
    decision = models.CharField(max_length=16, choices=Decision.choices)
    look_again_on = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    objects = RiskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(status="written", signed_at=None, signed_by=None)
                | Q(status="signed", signed_at__isnull=False, signed_by__isnull=False),
                name="signed_risk_assessment_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None) | ~Q(signed_by=F("written_by")), name="risk_is_signed_by_two_people"
            ),
            models.CheckConstraint(
                condition=Q(decision__in=["go_ahead", "with_safeguards", "not_now"]), name="risk_decision_is_known"
            ),
        ]
        indexes = [models.Index(fields=["mentor", "-written_at"], name="risk_by_mentor")]

    def __str__(self) -> str:
        return f"risk assessment {self.ref}"
