"""What can happen to a login."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from accounts import bars
from accounts.models import RoleGrant, User
from accounts.permissions import can_change_roles, can_close_login
from accounts.sessions import end_all_sessions
from audit import actions as audit
from common.transitions import NotAllowed

NOT_YOUR_OWN = "You cannot change your own login. Ask somebody else who looks after logins."


@transaction.atomic
def grant_role(*, user: User, role: str, by: User | None, at: datetime) -> RoleGrant:
    """Give somebody a role; twice changes nothing. Nobody gives one to themselves. `by` None is the system."""
    if by is not None and by.pk == user.pk:
        raise NotAllowed(NOT_YOUR_OWN)
    grant, created = RoleGrant.objects.get_or_create(
        user=user, role=role, ended_at=None, defaults={"granted_at": at, "granted_by": by}
    )
    user.__dict__.pop("roles", None)
    if created:
        audit.record(verb="accounts.role.granted", by=by, at=at, subject=user, role=role)
    return grant


@transaction.atomic
def end_role(*, user: User, role: str, by: User | None, at: datetime) -> None:
    """Take a role away, from the next request on."""
    ended = RoleGrant.objects.active().filter(user=user, role=role).update(ended_at=at, ended_by=by)
    user.__dict__.pop("roles", None)
    if ended:
        audit.record(verb="accounts.role.ended", by=by, at=at, subject=user, role=role)


@transaction.atomic
def change_roles(*, user: User, roles: set[str], by: User, at: datetime) -> None:
    """Make the roles somebody holds exactly `roles`."""
    if not can_change_roles(by, user):
        raise NotAllowed(NOT_YOUR_OWN)
    held = set(user.roles)
    for role in sorted(roles - held):
        grant_role(user=user, role=role, by=by, at=at)
    for role in sorted(held - roles):
        end_role(user=user, role=role, by=by, at=at)


@transaction.atomic
def close_login(*, user: User, reason: str, by: User | None, at: datetime) -> None:
    """Nobody signs in with it any more, and whoever is signed in is out on the next request. `by` None: the system."""
    if by is not None and not can_close_login(by, user):
        raise NotAllowed(NOT_YOUR_OWN)
    if User.objects.filter(pk=user.pk, is_active=True).update(is_active=False):
        user.is_active = False
        end_all_sessions(user)
        audit.record(verb="accounts.login.closed", by=by, at=at, subject=user, reason=reason)


@transaction.atomic
def reopen_login(*, user: User, by: User, at: datetime) -> None:
    """Open a closed login again, unless a bar says why not. Old sessions stay ended."""
    if not can_close_login(by, user):
        raise NotAllowed(NOT_YOUR_OWN)
    if reasons := bars.why_not(user):
        raise NotAllowed(*reasons)
    if User.objects.filter(pk=user.pk, is_active=False).update(is_active=True):
        user.is_active = True
        audit.record(verb="accounts.login.reopened", by=by, at=at, subject=user)


@transaction.atomic
def clear_second_step(*, user: User, reason: str, by: User, at: datetime) -> None:
    """For somebody who lost their phone and their spare codes: they set up a new second step when they next sign in."""
    if not can_close_login(by, user):
        raise NotAllowed(NOT_YOUR_OWN)
    removed, _ = Authenticator.objects.filter(user=user).delete()
    end_all_sessions(user)
    if removed:
        audit.record(verb="accounts.second_step.cleared", by=by, at=at, subject=user, reason=reason)
