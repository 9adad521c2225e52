"""What has been spent on texts, counted in the transaction that sends them."""

from django.db import models
from django.db.models import Q

from messaging.rules.caps import Scope


class Spend(models.Model):
    """A counter: parts of a day or a month, or one person's texts of a day. `key` is as rules.caps.counters has it."""

    scope = models.CharField(max_length=6, choices=[(scope.value, scope.value) for scope in Scope])
    key = models.CharField(max_length=30)
    amount = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scope", "key"], name="one_counter_for_each_day_month_and_person"),
            models.CheckConstraint(
                condition=Q(scope__in=[scope.value for scope in Scope]), name="spend_scope_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope}: {self.amount}"
