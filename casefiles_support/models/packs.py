"""A pack that was printed for somebody, and whether it still stands. The paper is theirs; we keep that it was made."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from casefiles_support.models.inside import InsideQuerySet
from casefiles_support.models.journeys import Journey
from common.refs import new_ref
from places.models import Establishment


class PackQuerySet(InsideQuerySet):
    def standing(self) -> "PackQuerySet":
        return self.filter(voided_at=None)


class Pack(models.Model):
    WAY = "journey"

    class Why(models.TextChoices):
        PRINTED_AGAIN = "printed_again", "Printed again"
        MOVED = "moved", "They moved"
        RELEASED = "released", "They were released"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    key = models.CharField(max_length=40, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="packs")
    establishment = models.ForeignKey(Establishment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    large_print = models.BooleanField(default=False)
    language = models.CharField(max_length=2, choices=[("en", "English"), ("cy", "Welsh")], default="en")
    printed_at = models.DateTimeField()
    printed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    handed_on = models.DateField("the day they were given it", null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_because = models.CharField(max_length=13, choices=Why.choices, blank=True)

    objects = PackQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["printed_by", "key"], name="one_pack_for_each_form"),
            models.UniqueConstraint(fields=["journey"], condition=Q(voided_at=None), name="one_pack_that_stands"),
            models.CheckConstraint(
                condition=Q(voided_at=None, voided_because="") | Q(voided_at__isnull=False) & ~Q(voided_because=""),
                name="void_pack_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"pack {self.ref}"
