"""What is known of councils' offers, and what is not, for the directory and for the public site."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet

from places.models import LocalAuthority, Offer
from places.rules.offers import OLD, Standing


@dataclass(frozen=True, slots=True)
class Line:
    """One question about a council. `offer` None: nobody knows."""

    topic: str
    label: str
    offer: Offer | None
    standing: Standing | None


def lines_of(council: LocalAuthority, *, on: date) -> list[Line]:
    """Every question, answered or not, in one query."""
    known = {offer.topic: offer for offer in Offer.objects.of(council)}
    lines = []
    for topic, label in Offer.Topic.choices:
        offer = known.get(topic)
        lines.append(Line(topic, str(label), offer, offer.standing(on) if offer else None))
    return lines


def councils(*, on: date) -> QuerySet[Any]:
    """Each council with how many lines are `known`, and how many of those are `old`, by name."""
    old = Q(offers__checked_on__lt=on - timedelta(days=OLD))
    counted = LocalAuthority.objects.annotate(known=Count("offers"), old=Count("offers", filter=old))
    return counted.order_by("name", "pk")
