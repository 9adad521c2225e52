"""Tells the people floor whom a peer mentor may see: the people they are matched with, while the match is open."""

from typing import Any

from django.db.models import Q

from mentoring.models import Match
from people import visibility


def matched_people(user: Any) -> Q:
    return Q(pk__in=Match.objects.of_mentor_user(user).values("person"))


def covered_people(user: Any) -> Q:
    """The people of a mentor who is away, for whoever covers, on the days of the leave."""
    return Q(pk__in=Match.objects.covered_by_user(user).values("person"))


def declare() -> None:
    visibility.declare("mentoring.matched", matched_people)
    visibility.declare("mentoring.covered", covered_people)
