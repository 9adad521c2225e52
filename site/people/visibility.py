"""Who may see a person, and which parts of the record.

This floor knows teams and permissions to share (permissions.py); floors above declare what they know.

A rule is a function of the user that answers a Q over Person. Rules are joined with “or”: nobody sees a person unless
some rule says so, and everybody sees the parts that the rules which let them in name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from accounts.roles import WHOLE_PROGRAMME, Role
from people.rules.concerns import State
from places.models import Posting

Rule = Callable[[Any], Q]
NOBODY = Q(pk__in=[])
EVERYBODY = ~NOBODY  # not Q(): an empty Q joined with another by “or” vanishes

# The parts of a record that are shown or absent one by one.
NAME, NEEDS, WHERE = "name", "needs", "where"
FAMILY_NAME, IDENTIFIERS, STAYS = "family_name", "identifiers", "stays"
CONTACTS, PERMISSIONS, CONCERNS, LOGIN = "contacts", "permissions", "concerns", "login"
# What a mentor is shown of the person they walk alongside: enough to meet them well, and nothing about why.
# Whether they were in care is among it, in a sentence: each asking, and what was said, is for case staff.
IN_CARE, ASKINGS = "in_care", "askings"
ALONGSIDE = frozenset({NAME, NEEDS, WHERE, IN_CARE})
CHANGE = "change"  # not shown: may be changed
EVERYTHING = ALONGSIDE | {FAMILY_NAME, IDENTIFIERS, STAYS, CONTACTS, PERMISSIONS, CONCERNS, LOGIN, ASKINGS}


@dataclass(frozen=True, slots=True)
class Declared:
    rule: Rule
    parts: frozenset[str]


_rules: dict[str, Declared] = {}


def declare(name: str, rule: Rule, *, parts: frozenset[str] = ALONGSIDE) -> None:
    """Declare a rule once; declaring the same name again replaces it, so that a reload does no harm.

    `parts` are what somebody sees of the people whom this rule lets them see.
    """
    _rules[name] = Declared(rule, parts)


def rules_for(user: Any) -> Iterator[tuple[Q, frozenset[str]]]:
    """Which people, and which parts of their record; nothing at all for somebody who may not sign in."""
    if getattr(user, "is_authenticated", False) and user.is_active:
        for declared in _rules.values():
            yield declared.rule(user), declared.parts


def who_may_see(user: Any) -> Q:
    rules = [people for people, _ in rules_for(user)]
    if EVERYBODY in rules:
        return EVERYBODY
    return reduce(or_, (people for people in rules if people != NOBODY), NOBODY)


def teams_of(user: Any) -> QuerySet:
    """The teams whose people a coordinator looks after: a subquery of team ids."""
    return Posting.objects.current().filter(user=user, post__team__isnull=False).values("post__team")


def prisons_of(user: Any) -> QuerySet:
    """The prisons in which somebody holds a post: a subquery of establishment ids."""
    held = Posting.objects.current().filter(user=user, post__establishment__isnull=False)
    return held.values("post__establishment")


def askings_for(user: Any) -> Q:
    """Which askings somebody may read, as a Q over IdentificationEvent. Those about oneself are never among them."""
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    theirs = NOBODY
    if user.has_role(*WHOLE_PROGRAMME):
        theirs = Q()
    elif user.has_role(Role.COORDINATOR):
        theirs = Q(person__team__in=teams_of(user))
    return theirs & (Q(person__login=None) | ~Q(person__login=user))


def concerns_for(user: Any) -> Q:
    """Which concerns somebody may open, as a Q over Concern. A concern about oneself is never among them.

    A prison's staff see one that a lead passed on to their prison, while it is open.
    """
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    theirs = NOBODY
    if user.has_role(*WHOLE_PROGRAMME):
        theirs = Q()
    elif user.has_role(Role.COORDINATOR):
        theirs = Q(about__team__in=teams_of(user))
    elif user.has_role(Role.PRISON_STAFF):
        theirs = Q(shown_to__in=prisons_of(user)) & ~Q(status=State.CLOSED)
    return theirs & (Q(about=None) | Q(about__login=None) | ~Q(about__login=user))
