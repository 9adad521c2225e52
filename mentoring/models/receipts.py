"""A photograph of a receipt."""

from typing import Any

from django.conf import settings
from django.db import models

from common.fields import SealedTextField
from common.refs import new_ref
from mentoring.models.claims import Claim, ClaimLine


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    def visible_to(self, user: Any) -> "ReceiptQuerySet":
        """Whoever may see the claim."""
        return self.filter(line__claim__in=Claim.objects.visible_to(user).values("pk"))


class Receipt(models.Model):
    """The picture lies sealed in the storage, under `stored`; its key is here (see common/locked_files.py)."""

    class Kind(models.TextChoices):
        JPEG = "jpg", "image/jpeg"
        PNG = "png", "image/png"
        WEBP = "webp", "image/webp"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    line = models.OneToOneField(ClaimLine, on_delete=models.CASCADE, related_name="receipt")
    stored = models.CharField(max_length=100, editable=False)
    key = SealedTextField("the key to the file")
    kind = models.CharField(max_length=4, choices=Kind.choices)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ReceiptQuerySet.as_manager()

    def __str__(self) -> str:
        return f"receipt {self.ref}"
