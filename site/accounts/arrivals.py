"""What follows when somebody accepts an invitation. Floors above declare theirs; this floor knows no records of people.

A rule is a function of the invitation, the new login and the moment. It runs in the same transaction: where it raises
NotAllowed, nobody has come in.
"""

from collections.abc import Callable
from datetime import datetime

from accounts.models import Invitation, User

Rule = Callable[[Invitation, User, datetime], None]
_rules: dict[str, Rule] = {}


def declare(name: str, rule: Rule) -> None:
    """Declare a rule once; declaring the same name again replaces it, so that a reload does no harm."""
    _rules[name] = rule


def follow(invitation: Invitation, user: User, at: datetime) -> None:
    for rule in _rules.values():
        rule(invitation, user, at)
