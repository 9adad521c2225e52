"""What a council does for care leavers, above all for those in prison: its local offer, one line for each question."""

from datetime import date
from typing import Any

from django.db import models

from common.refs import new_ref
from places.models.areas import LocalAuthority
from places.rules.offers import standing_of


class OfferQuerySet(models.QuerySet["Offer"]):
    def of(self, council: LocalAuthority) -> "OfferQuerySet":
        return self.filter(council=council)


class Offer(models.Model):
    """One answer of one council, where it stands, and when somebody looked. No line: nobody knows, and pages say so.

    Section 2 of the Children and Social Work Act 2017 has councils in England publish a local offer for care leavers.
    """

    class Topic(models.TextChoices):
        TEAM = "team", "How to reach the leaving care team"
        ADVISER = "adviser", "A personal adviser while you are in prison"
        VISITS = "visits", "Visits"
        LETTERS = "letters", "Letters and calls"
        MONEY = "money", "Money while you are inside"
        CLOTHES = "clothes", "Clothes"
        RELEASE = "release", "The day you come out"
        HOUSING = "housing", "Somewhere to live"
        OLDER = "older", "Help after 25"

    class Confidence(models.TextChoices):
        PUBLISHED = "published", "The council publishes it"
        TOLD = "told", "The council told us"
        USED = "used", "Somebody who used it told us"

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    council = models.ForeignKey(LocalAuthority, on_delete=models.CASCADE, related_name="offers")
    topic = models.CharField(max_length=12, choices=Topic.choices)
    says = models.CharField("what the council does", max_length=600)
    source = models.CharField("where that stands", max_length=300, blank=True)
    confidence = models.CharField("how we know", max_length=12, choices=Confidence.choices)
    checked_on = models.DateField("when somebody looked")
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["council", "topic"], name="one_offer_a_topic")]
        indexes = [models.Index(fields=["checked_on", "id"], name="offer_by_check")]

    def standing(self, on: date) -> Any:
        return standing_of(self.checked_on, on)

    def __str__(self) -> str:
        return f"{self.council}: {self.Topic(self.topic).label}"
