"""A prison's own decision to let a mentor in, whatever a DBS check or another prison says.

LEAP is the Lived Experience Appointment Pathway, for those whom ordinary vetting refuses (HMPPS, Risk Assessed Access
for Personnel with Lived Experience of the Criminal Justice System Policy Framework, from 1 April 2026).
"""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from accounts.roles import WHOLE_PROGRAMME, Role
from common.dates import local_day
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.mentors import Mentor, teams_of
from mentoring.rules.clearances import Step
from places.models import Establishment, Posting


def prisons_of(user: Any) -> models.QuerySet:
    """The prisons that somebody works in now, as a subquery."""
    return Posting.objects.current().filter(user=user, post__establishment__isnull=False).values("post__establishment")


class ClearanceQuerySet(models.QuerySet["Clearance"]):
    def valid(self, on: date) -> "ClearanceQuerySet":
        return self.filter(status=Clearance.Status.GRANTED, valid_from__lte=on, valid_until__gte=on)

    def stood_at(self, moment: datetime) -> "ClearanceQuerySet":
        """Those that let the mentor in at a moment that has passed, though they may have run out or gone since."""
        on = local_day(moment)
        before = ClearanceStep.objects.filter(clearance=OuterRef("pk"), taken_at__lte=moment)
        last = Subquery(before.order_by("-taken_at", "-pk").values("to")[:1])
        within = self.filter(valid_from__lte=on, valid_until__gte=on).annotate(last=last)
        return within.filter(Q(last=None) | ~Q(last=Clearance.Status.WITHDRAWN))

    def visible_to(self, user: Any) -> "ClearanceQuerySet":
        """Coordinators their teams' mentors'; managers and the lead all; prison staff those for their own prison."""
        if not user.is_authenticated:
            return self.none()
        if user.has_role(*WHOLE_PROGRAMME):
            return self
        allowed = Q(pk__in=[])
        if user.has_role(Role.COORDINATOR):
            allowed |= Q(mentor__team__in=teams_of(user))
        if user.has_role(Role.PRISON_STAFF):
            allowed |= Q(establishment__in=prisons_of(user))
        return self.filter(allowed)


class Clearance(models.Model):
    """One mentor and one prison. What happened on the way is kept in its steps."""

    class Status(models.TextChoices):
        NOT_APPLIED = Step.NOT_APPLIED, "Not asked for yet"
        APPLIED = Step.APPLIED, "Asked for"
        STANDARD_REFUSED = Step.STANDARD_REFUSED, "Refused by ordinary vetting"
        LEAP_SUBMITTED = Step.LEAP_SUBMITTED, "With the lived experience route (LEAP)"
        GRANTED = Step.GRANTED, "Cleared"
        REFUSED = Step.REFUSED, "Refused"
        APPEALED = Step.APPEALED, "Appealed"
        EXPIRED = Step.EXPIRED, "Run out"
        WITHDRAWN = Step.WITHDRAWN, "Taken back by the prison"

    STATUS_TONES = {
        Status.GRANTED: "go", Status.APPLIED: "wait", Status.LEAP_SUBMITTED: "wait", Status.APPEALED: "wait",
        Status.STANDARD_REFUSED: "stop", Status.REFUSED: "stop", Status.EXPIRED: "stop", Status.WITHDRAWN: "stop",
    }  # fmt: skip

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="clearances")
    establishment = models.ForeignKey(Establishment, on_delete=models.PROTECT, related_name="clearances")
    status = models.CharField(max_length=26, choices=Status.choices, default=Status.NOT_APPLIED)
    since = models.DateTimeField()
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)

    objects = ClearanceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["mentor", "establishment"], name="one_clearance_of_a_mentor_at_a_prison"),
            models.CheckConstraint(
                condition=~Q(status="granted") | Q(valid_from__isnull=False, valid_until__isnull=False),
                name="granted_clearance_says_from_and_until",
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="clearance_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(status__in=sorted(str(step) for step in Step)), name="clearance_status_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["establishment", "status", "id"], name="clearance_by_prison"),
            models.Index(fields=["status", "valid_until"], name="clearance_by_end"),
        ]

    def __str__(self) -> str:
        return f"clearance {self.ref}"


class ClearanceStep(models.Model):
    """One step on the way to a clearance, and why. Nothing here is ever changed: no bar is silent."""

    class Reason(models.TextChoices):
        NOT_SAID = "not_said", "The prison gave no reason"
        VETTING = "vetting", "Ordinary vetting: convictions or how long ago"
        FIXED_LIST = "fixed_list", "The fixed list of the national framework"
        SECURITY = "security", "Security information that is not shared with us"
        PAPERS = "papers", "Papers missing or not matching"
        CONDUCT = "conduct", "Something that happened in the prison"
        OTHER = "other", "Something else, said below"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    clearance = models.ForeignKey(Clearance, on_delete=models.PROTECT, related_name="steps")
    frm = models.CharField(max_length=26, choices=Clearance.Status.choices)
    to = models.CharField(max_length=26, choices=Clearance.Status.choices)
    reason = models.CharField(max_length=12, choices=Reason.choices, blank=True)
    words = SealedTextField("what was said", blank=True)
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(to__in=["standard_refused", "refused", "withdrawn_by_establishment"])
                | (~Q(reason="") & ~Q(words="")),
                name="refused_clearance_says_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.clearance}: {self.get_to_display()}"
