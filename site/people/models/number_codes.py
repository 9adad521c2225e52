"""A code that was sent to a phone while somebody was with its owner."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.refs import new_ref
from people.models.contact_points import ContactPoint
from people.rules.number_codes import AN_HOUR


class NumberCodeQuerySet(models.QuerySet["NumberCode"]):
    def lately(self, at: datetime) -> "NumberCodeQuerySet":
        return self.filter(sent_at__gt=at - AN_HOUR)


class NumberCode(models.Model):
    """Only a keyed fingerprint of the code is kept here; the code itself is in the text, and is forgotten with it."""

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    point = models.ForeignKey(ContactPoint, on_delete=models.PROTECT, related_name="codes")
    code_index = models.CharField(max_length=32, editable=False)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    objects = NumberCodeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["point", "-sent_at"], name="number_code_newest")]
        constraints = [models.CheckConstraint(condition=~Q(code_index=""), name="number_code_is_kept")]

    def __str__(self) -> str:
        return f"code {self.ref}"
