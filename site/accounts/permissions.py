"""Who may decide who signs in."""

from typing import Any

from accounts.models import Invitation, User
from accounts.roles import LOOK_AFTER_LOGINS, Role

ANY_ROLE = frozenset(Role)
# Those whom coordinators bring in themselves.
COORDINATORS_INVITE = frozenset({Role.APPLICANT, Role.PEER_MENTOR})


def can_see_logins(user: Any) -> bool:
    """Programme managers and system administrators see who can sign in."""
    return user.is_authenticated and user.has_role(*LOOK_AFTER_LOGINS)


def can_invite(user: Any) -> bool:
    """Programme managers, system administrators and coordinators invite people."""
    return bool(roles_to_invite(user))


def roles_to_invite(user: Any) -> frozenset[str]:
    """Programme managers and administrators invite to any role; coordinators only applicants and peer mentors."""
    if can_see_logins(user):
        return ANY_ROLE
    if user.is_authenticated and user.has_role(Role.COORDINATOR):
        return COORDINATORS_INVITE
    return frozenset()


def can_withdraw_invitation(user: Any, invitation: Invitation) -> bool:
    """Whoever sent it, and those who look after logins."""
    return can_see_logins(user) or invitation.invited_by_id == user.pk


def can_change_roles(user: Any, other: User) -> bool:
    """Those who look after logins, and never for themselves: nobody gives themselves a role."""
    return can_see_logins(user) and other.pk != user.pk


def can_close_login(user: Any, other: User) -> bool:
    """Those who look after logins; nobody closes or opens their own."""
    return can_change_roles(user, other)


def can_give_fresh_start(user: Any, other: User) -> bool:
    """Those who look after logins, for anyone else; coordinators for people who hold only roles they may invite to."""
    if other.pk == user.pk or not other.is_active:
        return False
    return can_see_logins(user) or (bool(other.roles) and other.roles <= roles_to_invite(user))
