"""Whoever may hold somebody’s records from care, and where to write to them: nothing about a person."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from common.refs import new_ref
from places.models import LocalAuthority
from places.models.areas import Nation

# An address that nobody has checked for longer is checked again before a letter goes there.
CHECKED_FOR = timedelta(days=365)


class Regime(models.TextChoices):
    """By which law somebody asks. Adoption and court papers are asked for elsewhere, and the page says where."""

    UK_GDPR = "uk_gdpr", "Data protection law (UK GDPR)"
    PART_3 = "part_3", "Data protection law for police, prison and probation (DPA 2018, Part 3)"
    ADOPTION = "adoption", "Adoption law: asked for in another way"
    COURT = "court", "Court papers: the court decides"


class HolderQuerySet(models.QuerySet["Holder"]):
    def working(self) -> "HolderQuerySet":
        """Those that can still be written to: abolished ones point to their successor."""
        return self.filter(closed_on=None)

    def found_by(self, words: str) -> "HolderQuerySet":
        """By a name of now or then, or by its council’s name in Welsh."""
        names = Q(name__icontains=words) | Q(once_known_as__icontains=words)
        return self.filter(names | Q(council__welsh_name__icontains=words))


class Holder(models.Model):
    """`once_known_as` are earlier names, so that a council of 1970 is found. `successor` is who has its records now."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        TRUST = "trust", "Children’s trust"
        CHARITY = "charity", "Charity"
        HOME = "home", "Children’s home"
        HEALTH = "health", "Health"
        COURT = "court", "Court"
        POLICE = "police", "Police"
        PRISON_PROBATION = "prison_probation", "Prison or probation"
        ADOPTION = "adoption", "Adoption agency"
        OTHER = "other", "Somebody else"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    name = models.CharField(max_length=150)
    once_known_as = models.CharField("earlier names", max_length=300, blank=True)
    council = models.ForeignKey(LocalAuthority, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    successor = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="successor_of")
    closed_on = models.DateField("the day it was abolished", null=True, blank=True)
    nation = models.CharField(max_length=1, choices=Nation.choices)
    regime = models.CharField(max_length=8, choices=Regime.choices, default=Regime.UK_GDPR)
    address = models.TextField("where requests go", max_length=400, blank=True)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    source = models.CharField("where we found it", max_length=300, blank=True)
    verified_on = models.DateField("last checked", null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Whoever wrote the address last: another looks at it.
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # What somebody should know before the first letter: how it usually delivers, in one line.
    habit = models.CharField("how they usually send records", max_length=200, blank=True)
    # Of one whose records went to several: which of them to ask.
    advice = models.CharField("whom to ask", max_length=200, blank=True)
    has_clearmark = models.BooleanField("has the CLEARmark", null=True, blank=True)
    has_pledged = models.BooleanField("has made the ICO’s commitment on care records", null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField()

    objects = HolderQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("name"), "kind", name="one_holder_of_a_name"),
            models.UniqueConstraint(
                fields=["council", "kind"], condition=Q(council__isnull=False), name="one_holder_for_a_council"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="holder_has_a_name"),
            models.CheckConstraint(condition=Q(kind__in=["council", "trust", "charity", "home", "health", "court",
                "police", "prison_probation", "adoption", "other"]), name="holder_kind_is_known"),
            models.CheckConstraint(condition=Q(regime__in=Regime.values), name="holder_regime_is_known"),
            models.CheckConstraint(condition=Q(successor=None) | Q(closed_on__isnull=False),
                name="holder_with_a_successor_is_abolished"),
            models.CheckConstraint(
                condition=Q(verified_on=None, verified_by=None) | Q(verified_on__isnull=False),
                name="holder_checked_by_goes_with_on",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["name", "id"], name="holder_by_name")]

    def __str__(self) -> str:
        return self.name

    def is_verified(self, on: date) -> bool:
        """Whether its address was checked within twelve months."""
        return bool(self.address) and self.verified_on is not None and on - self.verified_on <= CHECKED_FOR
