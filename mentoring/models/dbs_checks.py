"""A DBS check, or the decision that the role needs none. It is not a prison's clearance, and neither implies the other.

Kept as the DBS code of practice allows: level, outcome, number, day and who decided. Never a picture of a certificate.
"""

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor
from mentoring.rules.gates import Standing


class DbsCheckQuerySet(models.QuerySet["DbsCheck"]):
    def standing_of(self, mentor: Mentor, *, on: date) -> Standing:
        return self.standings_of([mentor.pk], on=on)[mentor.pk]

    def standings_of(self, mentors: Sequence[int], *, on: date) -> dict[int, Standing]:
        """How the newest check of each stands on a day; one that is only asked for does not undo a good one before it.

        `mentors` are ids; one query for all of them.
        """
        checks: dict[int, list[DbsCheck]] = {mentor: [] for mentor in mentors}
        for check in self.filter(mentor__in=mentors).defer("number", "words").order_by("-asked_at", "-pk"):
            checks[check.mentor_id].append(check)
        return {mentor: _standing(found, on) for mentor, found in checks.items()}


def _standing(checks: Sequence["DbsCheck"], on: date) -> Standing:
    decided = next((check for check in checks if check.status == DbsCheck.Status.DECIDED), None)
    if decided is None:
        return Standing.WAITING if checks else Standing.MISSING
    if decided.decision == DbsCheck.Decision.NOT_SUITABLE:
        return Standing.REFUSED
    return Standing.LAPSED if decided.look_again_on and decided.look_again_on < on else Standing.FINE


class DbsCheck(models.Model):
    class Level(models.TextChoices):
        NONE = "none", "No check is needed"
        BASIC = "basic", "Basic"
        STANDARD = "standard", "Standard"
        ENHANCED = "enhanced", "Enhanced"
        BARRED = "enhanced_barred", "Enhanced, with the barred lists"

    class Status(models.TextChoices):
        ASKED = "asked", "Asked for"
        DECIDED = "decided", "Decided"

    class Outcome(models.TextChoices):
        CLEAR = "clear", "Nothing on it"
        RECORDED = "recorded", "Something on it"

    class Decision(models.TextChoices):
        NOT_NEEDED = "not_needed", "Not needed for this role"
        SUITABLE = "suitable", "May mentor"
        NOT_SUITABLE = "not_suitable", "May not mentor"

    STATUS_TONES = {Status.ASKED: "wait", Status.DECIDED: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="dbs_checks")
    level = models.CharField(max_length=16, choices=Level.choices)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.ASKED)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    decision = models.CharField(max_length=12, choices=Decision.choices, blank=True)
    number = SealedTextField("number of the certificate", blank=True)
    issued_on = models.DateField(null=True, blank=True)
    look_again_on = models.DateField(null=True, blank=True)
    words = SealedTextField("what was weighed up", blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    objects = DbsCheckQuerySet.as_manager()

    class Meta:
        verbose_name = "DBS check"
        constraints = [
            models.CheckConstraint(
                condition=Q(status="asked", decided_at=None, decided_by=None, decision="")
                | (Q(status="decided", decided_at__isnull=False, decided_by__isnull=False) & ~Q(decision="")),
                name="decided_dbs_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=(Q(level="none") & Q(decision="not_needed")) | (~Q(level="none") & ~Q(decision="not_needed")),
                name="dbs_level_fits_its_decision",
            ),
            models.CheckConstraint(
                condition=~Q(decision__in=["not_needed", "not_suitable"]) | ~Q(words=""), name="dbs_decision_says_why"
            ),
            models.CheckConstraint(
                condition=Q(level__in=["none", "basic", "standard", "enhanced", "enhanced_barred"]),
                name="dbs_level_is_known",
            ),
            models.UniqueConstraint(
                fields=["mentor"], condition=Q(status="asked"), name="one_dbs_check_waits_at_a_time"
            ),
        ]
        indexes = [models.Index(fields=["mentor", "-asked_at"], name="dbs_by_mentor")]

    def __str__(self) -> str:
        return f"DBS check {self.ref}"
