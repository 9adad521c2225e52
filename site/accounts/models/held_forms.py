"""What somebody had written when they were signed out."""

from datetime import datetime, timedelta

from django.db import models

from accounts.models.users import User
from common.fields import SealedTextField
from common.refs import new_ref

KEPT_FOR = timedelta(hours=24)


class HeldFormQuerySet(models.QuerySet["HeldForm"]):
    def visible_to(self, user: User) -> "HeldFormQuerySet":
        """Only whoever wrote it."""
        return self.filter(user_id=user.pk)

    def fresh(self, at: datetime) -> "HeldFormQuerySet":
        return self.filter(created_at__gt=at - KEPT_FOR)

    def stale(self, at: datetime) -> "HeldFormQuerySet":
        return self.filter(created_at__lte=at - KEPT_FOR)


class HeldForm(models.Model):
    """A form that was sent too late: kept sealed for a day, for its writer only, to be sent again or thrown away."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="held_forms")
    path = models.CharField(max_length=500)
    body = SealedTextField()  # JSON: a list of [name, value]
    created_at = models.DateTimeField()

    objects = HeldFormQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["created_at"], name="held_form_by_age")]

    def __str__(self) -> str:
        return f"held form {self.ref}"
