"""A person's plan: what they are working towards, and what is settled."""

from dataclasses import dataclass
from typing import Any

from mentoring.models import Goal
from people.models import Person


@dataclass(frozen=True)
class Plan:
    going: list[Goal]
    settled: list[Goal]


def plan_of(person: Person, *, user: Any) -> Plan:
    """The goals of one person that this user may see, with their steps, in two queries."""
    found = list(Goal.objects.visible_to(user).filter(person=person).for_pages())
    return Plan([goal for goal in found if goal.is_going], [goal for goal in found if not goal.is_going])
