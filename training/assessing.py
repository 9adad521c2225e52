"""Whose work somebody may read, watch and sign off. Upper floors know who looks after whom, and who is who: a mentor's
training may have been written down before they had a login. They declare both.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Q

from accounts.roles import Role
from training.models import Learner
from training.models.learners import KEEPS_LEARNING

Scope = Callable[[Any], Q]
_scopes: dict[str, Scope] = {}
_selves: dict[str, Scope] = {}


def declare(name: str, *, scope: Scope, oneself: Scope) -> None:
    """Two conditions on learners: those whose work a user looks at, and the user themselves, as only `name` knows."""
    _scopes[name], _selves[name] = scope, oneself


def oneself(user: Any) -> Q:
    """The learner who is this user, by their login or by what an upper floor knows."""
    found = Q(login=user.pk)
    for name in sorted(_selves):
        found |= Q(pk__in=Learner.objects.filter(_selves[name](user)).values("pk"))
    return found


def is_own(learner: Learner, *, by: Any) -> bool:
    return Learner.objects.filter(oneself(by), pk=learner.pk).exists()


def learners_of(user: Any) -> Any:
    """Programme managers look at everybody's work, coordinators at that of their own mentors; nobody at their own."""
    if not user.is_authenticated or not user.has_role(*KEEPS_LEARNING):
        return Learner.objects.none()
    others = Learner.objects.exclude(pk__in=Learner.objects.filter(oneself(user)).values("pk"))
    if user.has_role(Role.PROGRAMME_MANAGER):
        return others
    theirs = Q(pk__in=[])
    for name in sorted(_scopes):
        theirs |= _scopes[name](user)
    return others.filter(theirs)
