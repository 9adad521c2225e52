"""Claims that are paid together, through the bank."""

from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.roles import Role
from common.refs import new_ref


class BatchQuerySet(models.QuerySet["Batch"]):
    def visible_to(self, user: Any) -> "BatchQuerySet":
        """Programme managers."""
        return self if user.is_authenticated and user.has_role(Role.PROGRAMME_MANAGER) else self.none()


class Batch(models.Model):
    """Made once from what is approved; then the bank is told, and it is paid. There is no cash."""

    class Status(models.TextChoices):
        MADE = "made", "To be paid"
        PAID = "paid", "Paid"

    STATUS_TONES = {Status.MADE: "wait", Status.PAID: "go"}

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    status = models.CharField(max_length=5, choices=Status.choices, default=Status.MADE)
    total = models.DecimalField(max_digits=10, decimal_places=2, default=Decimal("0.00"))
    count = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    paid_at = models.DateTimeField(null=True, blank=True)
    paid_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "batches"
        indexes = [models.Index(fields=["made_at", "id"], name="batch_by_day")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="made", paid_at=None, paid_by=None)
                | Q(status="paid", paid_at__isnull=False, paid_by__isnull=False),
                name="batch_paid_says_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"batch {self.ref}"
