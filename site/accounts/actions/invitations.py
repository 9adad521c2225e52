"""Asking somebody in, and how they come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from accounts import arrivals, bars
from accounts.actions import users
from accounts.models import Invitation, User
from accounts.models.invitations import LASTS, Status, index_of
from accounts.permissions import can_give_fresh_start, can_withdraw_invitation, roles_to_invite
from accounts.roles import Role
from accounts.rules.invitations import long_code, short_code
from accounts.sessions import end_all_sessions
from audit import actions as audit
from common.refs import new_ref
from common.sealed import blind_index
from common.transitions import NotAllowed, move


@dataclass(frozen=True)
class Acceptance:
    """What an invited person chose. An empty username is for those who sign in by email."""

    display_name: str
    username: str
    password: str


@transaction.atomic
def invite(*, display_name: str, roles: Iterable[str], email: str, by: User, at: datetime) -> tuple[Invitation, str]:
    """Ask somebody in. With an email the code goes only there, so that whoever brings it has shown that the address is
    theirs; without one the code is returned, to be put on paper. It is kept nowhere.
    """
    wanted = sorted({Role(role).value for role in roles})
    email = email.strip().lower()
    _check(wanted, email, by)
    code = "" if email else short_code()
    invitation = Invitation.objects.create(
        display_name=display_name,
        roles=wanted,
        email=email,
        email_index=blind_index(email, kind="accounts.email"),
        code_index=index_of(code),
        invited_by=by,
        invited_at=at,
        expires_at=at + LASTS,
    )
    audit.record(verb="accounts.login.invited", by=by, at=at, subject=invitation, roles=wanted, by_email=bool(email))
    return invitation, code


@transaction.atomic
def ask_to_learn(
    *, display_name: str, email: str, invited_by: User, by: User | None, at: datetime
) -> tuple[Invitation, str]:
    """Ask somebody in who brought a code of `invited_by`: a login with no role, so that it opens nobody’s record.
    With an email the code goes only there, as for `invite`.
    """
    email = email.strip().lower()
    code = "" if email else short_code()
    invitation = Invitation.objects.create(
        display_name=display_name,
        roles=[],
        email=email,
        email_index=blind_index(email, kind="accounts.email"),
        code_index=index_of(code),
        invited_by=invited_by,
        invited_at=at,
        expires_at=at + LASTS,
    )
    audit.record(verb="accounts.login.invited", by=by, at=at, subject=invitation, roles=[], by_email=bool(email))
    return invitation, code


def _check(roles: list[str], email: str, by: User) -> None:
    reasons = []
    if not roles:
        reasons.append("Choose at least one role.")
    if not set(roles) <= roles_to_invite(by):
        reasons.append("You cannot invite somebody to that role. Ask your programme manager.")
    if email and User.objects.filter(email__iexact=email).exists():
        reasons.append("Somebody already signs in with that email address.")
    if reasons:
        raise NotAllowed(*reasons)


@transaction.atomic
def give_fresh_start(*, user: User, by: User, at: datetime) -> tuple[Invitation, str]:
    """A paper slip to choose a new password, for somebody who has no email. It does not skip their second step."""
    if not can_give_fresh_start(by, user):
        raise NotAllowed("You cannot do this for them. Ask your programme manager.")
    code = short_code()
    invitation = Invitation.objects.create(
        display_name=user.display_name,
        for_user=user,
        code_index=index_of(code),
        invited_by=by,
        invited_at=at,
        expires_at=at + LASTS,
    )
    audit.record(verb="accounts.login.fresh_start", by=by, at=at, subject=user)
    return invitation, code


@transaction.atomic
def note_sent(*, invitation: Invitation, by: User | None, at: datetime) -> str:
    """A new code for an invitation by email, about to be sent; an older one stops working. Returns the code."""
    code = long_code()
    if not Invitation.objects.waiting(at).filter(pk=invitation.pk).update(code_index=index_of(code), sent_at=at):
        raise NotAllowed("This invitation is not open any more.")
    audit.record(verb="accounts.invitation.sent", by=by, at=at, subject=invitation)
    return code


@transaction.atomic
def withdraw(*, invitation: Invitation, by: User, at: datetime) -> None:
    if not can_withdraw_invitation(by, invitation):
        raise NotAllowed("Only the person who sent it can take it back.")
    move(invitation, to=Status.WITHDRAWN, frm={Status.WAITING}, withdrawn_at=at, withdrawn_by=by)
    audit.record(verb="accounts.invitation.withdrawn", by=by, at=at, subject=invitation)


@transaction.atomic
def accept(*, invitation: Invitation, chosen: Acceptance, by: User | None, at: datetime) -> User:
    """Make the login, once. `by` is None: nobody is signed in yet. The status is moved first, so that of two who accept
    at the same moment one waits, finds it moved, and makes nothing.
    """
    if why := invitation.why_closed(at):
        raise NotAllowed(why)
    move(invitation, to=Status.ACCEPTED, frm={Status.WAITING}, accepted_at=at)
    user = invitation.for_user
    if user is None:
        user = _new_user(invitation, chosen, at)
    else:
        user.set_password(chosen.password)
        User.objects.filter(pk=user.pk).update(password=user.password)
        end_all_sessions(user)
    arrivals.follow(invitation, user, at)
    if reasons := bars.why_not(user):
        raise NotAllowed(*reasons)
    Invitation.objects.filter(pk=invitation.pk).update(accepted_by=user)
    audit.record(verb="accounts.invitation.accepted", by=by or user, at=at, subject=invitation)
    return user


def _new_user(invitation: Invitation, chosen: Acceptance, at: datetime) -> User:
    try:
        with transaction.atomic():
            user = User.objects.create_user(
                username=chosen.username or new_ref(),
                email=invitation.email or "",
                password=chosen.password,
                display_name=chosen.display_name,
                date_joined=at,
            )
    except IntegrityError:
        raise NotAllowed("Somebody already signs in with that name. Choose another.") from None
    if invitation.email:
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    for role in invitation.roles:
        users.grant_role(user=user, role=role, by=invitation.invited_by, at=at)
    return user
