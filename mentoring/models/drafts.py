"""Half-written session forms, kept on the server as people type."""

import json

from django.conf import settings
from django.db import models

from common.fields import SealedTextField
from common.refs import new_ref


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, user: object) -> "DraftQuerySet":
        """Nobody sees anybody else's draft."""
        return self.filter(owner=user)


class Draft(models.Model):
    """The form as it was last seen: a sealed JSON object of lists of strings. `ref` becomes the session's key."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    content = SealedTextField()
    saves = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()

    objects = DraftQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "saved_at"], name="draft_by_owner")]

    def __str__(self) -> str:
        return f"draft {self.ref}"

    @property
    def typed(self) -> dict[str, list[str]]:
        """What was typed, by the names of the form's fields."""
        found: dict[str, list[str]] = json.loads(self.content)
        return found
