"""Plans to tell family, as one user sees them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casefiles_support.models import FamilyPlan, Journey
from casefiles_support.permissions.family_plans import can_make_family_plans
from casefiles_support.rules.family_plans import NEXT


@dataclass(frozen=True)
class Item:
    ref: str
    title: str
    facts: list[tuple[str, str]]
    may: frozenset[str]


def keeps(journey: Journey, user: Any) -> bool:
    return can_make_family_plans(user) and journey.person.login_id != user.pk and journey.status != "closed"


def items_of(journey: Journey, *, user: Any) -> list[Item]:
    found = journey.family_plans.order_by("pk")
    return [_item(one, keeps(journey, user)) for one in found]


def _item(one: FamilyPlan, may_change: bool) -> Item:
    told = [
        ("What to tell", one.get_share_display()),
        ("When", _day(one.hoped_for_on)),
        ("Is contact allowed?", one.get_contact_display()),
        ("Somebody who helps two people to talk", one.get_mediation_display()),
    ]
    if one.told_on:
        told.append(("Told", _day(one.told_on)))
    may: set[str] = set()
    if may_change and one.told_on is None:
        may = {"revise", "tell"}
    if may_change and NEXT[one.mediation]:
        may.add("mediate")
    return Item(one.ref, one.get_whom_display(), told, frozenset(may))


def _day(day: date | None) -> str:
    return f"{day:%-d %B %Y}" if day else "No day yet"
