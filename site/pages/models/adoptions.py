"""Who uses a tool of ours: an organisation says so, and somebody here looks before it is named."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from common.fields import SealedTextField
from common.refs import new_ref
from pages.models.tool_versions import ToolVersion


class AdoptionQuerySet(models.QuerySet["Adoption"]):
    def named(self) -> "AdoptionQuerySet":
        """Those that readers may see: looked at, and with their agreement. Without their email."""
        seen = self.filter(status=Adoption.Status.CONFIRMED, is_public=True)
        return seen.defer("email").order_by("organisation", "pk")

    def with_newest(self) -> "AdoptionQuerySet":
        """Each with `newest`, the number of the last version of its tool that asks to be changed to; None where none
        does.
        """
        later = ToolVersion.objects.filter(tool=models.OuterRef("version__tool"), is_material=True)
        number = later.order_by("-number").values("number")[:1]
        return self.select_related("version").annotate(newest=models.Subquery(number))


class Adoption(models.Model):
    class Kind(models.TextChoices):
        PRISON = "prison", "A prison"
        COUNCIL = "council", "A council"
        PROBATION = "probation", "Probation"
        CHARITY = "charity", "A charity"
        OTHER = "other", "Somebody else"

    class Change(models.TextChoices):
        NONE = "none", "We use it as it is"
        SOME = "some", "We changed it"

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        CONFIRMED = "confirmed", "Confirmed"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Taken back"

    DECIDED = (Status.CONFIRMED, Status.DECLINED, Status.WITHDRAWN)

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    version = models.ForeignKey(ToolVersion, on_delete=models.PROTECT, related_name="adoptions")
    organisation = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    change = models.CharField(max_length=6, choices=Change.choices)
    how = models.CharField("what was changed", max_length=500, blank=True)
    link = models.URLField(blank=True)
    is_public = models.BooleanField("may be named", default=False)
    email = SealedTextField(blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    told_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = AdoptionQuerySet.as_manager()
    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, decided_by=None) | Q(decided_at__isnull=False, decided_by__isnull=False),
                name="adoption_decided_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["status", "-told_at"], name="adoption_by_status")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.version}"

    @property
    def is_behind(self) -> bool:
        """Of a record loaded `with_newest`: a later version asks those who use an older one to change."""
        newest: Any = getattr(self, "newest", None)
        return bool(newest and newest > self.version.number)
