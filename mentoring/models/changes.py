"""What a session record said before it was corrected, and what was added to it later. Nothing here is ever changed."""

from django.conf import settings
from django.db import models

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.sessions import Session


class Correction(models.Model):
    """The record as it stood at `version`, before somebody corrected it: a sealed JSON object of its fields."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="corrections")
    version = models.PositiveIntegerField()
    was = SealedTextField()
    fields = models.JSONField(default=list)
    reason = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session", "version"], name="one_correction_of_a_version")]

    def __str__(self) -> str:
        return f"{self.session}, version {self.version}"


class Addendum(models.Model):
    """Something added to a record that can no longer be corrected."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="addenda")
    key = models.CharField(max_length=40, unique=True, editable=False)
    text = SealedTextField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "addenda"

    def __str__(self) -> str:
        return f"addendum to {self.session}"
