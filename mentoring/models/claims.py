"""What mentoring cost a mentor, and how they get it back."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import Role
from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.batches import Batch
from mentoring.models.mentors import Mentor, teams_of
from places.models import Team


class ClaimQuerySet(models.QuerySet["Claim"]):
    def of_user(self, user: Any) -> "ClaimQuerySet":
        return self.filter(mentor__person__login=user)

    def to_decide(self, user: Any) -> "ClaimQuerySet":
        """For staff: coordinators their teams' claims, programme managers all; never drafts, nor their own."""
        if not user.is_authenticated:
            return self.none()
        others = self.exclude(mentor__person__login=user).exclude(status=Claim.Status.DRAFT)
        if user.has_role(Role.PROGRAMME_MANAGER):
            return others
        if user.has_role(Role.COORDINATOR):
            return others.filter(team__in=teams_of(user))
        return self.none()

    def visible_to(self, user: Any) -> "ClaimQuerySet":
        """A mentor's own; and for staff what they may decide about."""
        if not user.is_authenticated:
            return self.none()
        own, theirs = Claim.objects.of_user(user), Claim.objects.to_decide(user)
        return self.filter(Q(pk__in=own.values("pk")) | Q(pk__in=theirs.values("pk")))

    def to_pay(self) -> "ClaimQuerySet":
        """Approved, and in no batch yet."""
        return self.filter(status=Claim.Status.APPROVED, batch=None)


class Claim(models.Model):
    """`total` is what its lines came to when it was sent. `team` is whose budget it is, whoever moves later."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Not sent yet"
        SUBMITTED = "submitted", "Sent, waiting for an answer"
        SENT_BACK = "sent_back", "Sent back to you"
        APPROVED = "approved", "Approved, waiting to be paid"
        PAID = "paid", "Paid"

    WITH_MENTOR = (Status.DRAFT, Status.SENT_BACK)
    STATUS_TONES = {
        Status.SUBMITTED: "brand",
        Status.SENT_BACK: "wait",
        Status.APPROVED: "go",
        Status.PAID: "go",
    }

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    mentor = models.ForeignKey(Mentor, on_delete=models.PROTECT, related_name="claims")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    total = models.DecimalField(max_digits=8, decimal_places=2, default=Decimal("0.00"))
    made_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)
    sent_back_because = SealedTextField("why it came back", blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    batch = models.ForeignKey(Batch, null=True, blank=True, on_delete=models.PROTECT, related_name="claims")
    paid_at = models.DateTimeField(null=True, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["team", "status", "submitted_at"], name="claim_by_team"),
            models.Index(fields=["mentor", "made_at"], name="claim_by_mentor"),
            models.Index(fields=["status"], condition=Q(batch=None), name="claim_to_pay"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["draft", "submitted", "sent_back", "approved", "paid"]),
                name="claim_status_is_known",
            ),
            models.CheckConstraint(
                condition=Q(status="draft") | Q(submitted_at__isnull=False, total__gt=0),
                name="sent_claim_says_when_and_how_much",
            ),
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None) | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="claim_decided_by_goes_with_at",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["approved", "sent_back", "paid"]) | Q(decided_at__isnull=False),
                name="decided_claim_says_by_whom",
            ),
            models.CheckConstraint(
                condition=~Q(status="sent_back") | ~Q(sent_back_because=""), name="claim_sent_back_says_why"
            ),
            models.CheckConstraint(
                condition=Q(batch=None) | Q(status__in=["approved", "paid"]), name="claim_in_a_batch_is_approved"
            ),
            models.CheckConstraint(
                condition=Q(status="paid", paid_at__isnull=False, batch__isnull=False)
                | (~Q(status="paid") & Q(paid_at=None)),
                name="paid_claim_says_when_and_in_which_batch",
            ),
        ]

    def __str__(self) -> str:
        return f"claim {self.ref}"

    @property
    def is_with_mentor(self) -> bool:
        """The mentor may still change it."""
        return self.status in self.WITH_MENTOR


class ClaimLine(models.Model):
    """One thing that was paid for. Miles are turned into pounds by the rate of the day, which is kept."""

    class Kind(models.TextChoices):
        TRAVEL = "travel", "Bus, train or taxi"
        MILEAGE = "mileage", "Miles in a car"
        FOOD = "food", "Food and drink"
        PHONE = "phone", "Phone"
        OTHER = "other", "Something else"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, unique=True, editable=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    spent_on = models.DateField()
    amount = models.DecimalField(max_digits=7, decimal_places=2)
    miles = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    rate = models.DecimalField("pounds for a mile", max_digits=5, decimal_places=3, null=True, blank=True)
    words = SealedTextField("what it was for", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="claim_line_costs_something"),
            models.CheckConstraint(
                condition=Q(kind="mileage", miles__gt=0, rate__gt=0) | (~Q(kind="mileage") & Q(miles=None, rate=None)),
                name="miles_have_a_rate",
            ),
        ]

    def __str__(self) -> str:
        return f"line {self.ref}"
