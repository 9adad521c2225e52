"""What allauth tells us about, written into the trail. Nothing of ours sends signals."""

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth import signals as auth
from django.db.models import signals as models
from django.utils import timezone  # An edge: allauth calls these with a request.

from accounts import sessions
from accounts.backends import Backend
from accounts.browsers import in_words
from accounts.second_step import MAIN, has_second_step
from audit import actions as audit


class Somebody:
    """Whoever was at the door and did not get in."""

    ref = ""
    display_name = "somebody at the door"


def record(verb: str, user: Any, **detail: Any) -> None:
    audit.record(verb=verb, by=user, at=timezone.now(), subject=user, **detail)


def signed_in(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    record("accounts.login.signed_in", user, second_step=sessions.did_second_step(request.session, user))


def signed_out(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    """Django says this of a time-out too, which the middleware has then written down by its own name."""
    if user is not None and not getattr(request, "timed_out", False):
        record("accounts.login.signed_out", user)


def failed(sender: Any, credentials: Any, **kwargs: Any) -> None:
    """What was typed is written nowhere: it may be a password in the wrong box. Only a login that exists is named."""
    user = Backend().find(str(credentials.get("email") or credentials.get("username") or ""))
    audit.record(verb="accounts.login.failed", by=Somebody(), at=timezone.now(), subject=user)


def password_changed(sender: Any, user: Any, **kwargs: Any) -> None:
    record("accounts.login.password_changed", user)


def email_changed(sender: Any, user: Any, **kwargs: Any) -> None:
    record("accounts.login.email_changed", user)


def second_step_added(sender: Any, request: Any, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    if authenticator.type in MAIN:
        sessions.note_second_step(request.session, user)
        record("accounts.second_step.added", user, kind=authenticator.type)


def second_step_used(sender: Any, request: Any, user: Any, **kwargs: Any) -> None:
    sessions.note_second_step(request.session, user)


def second_step_removed(sender: Any, request: Any, user: Any, authenticator: Authenticator, **kwargs: Any) -> None:
    if authenticator.type in MAIN:
        record("accounts.second_step.removed", user, kind=authenticator.type)
    if not has_second_step(user):
        request.session.pop(sessions.SECOND_STEP, None)


def spare_codes_made(sender: Any, user: Any, **kwargs: Any) -> None:
    record("accounts.spare_codes.made", user)


def second_step_failed(sender: Any, user: Any, **kwargs: Any) -> None:
    record("accounts.second_step.failed", user)


def keep_little(sender: Any, instance: UserSession, **kwargs: Any) -> None:
    """The list of where somebody is signed in needs neither an address nor a browser's whole fingerprint."""
    instance.ip = "0.0.0.0"  # noqa: S104 - no address, where the column wants one
    instance.user_agent = in_words(instance.user_agent)


def connect() -> None:
    """Called once, when every app is ready."""
    account.user_logged_in.connect(signed_in)
    auth.user_logged_out.connect(signed_out)
    auth.user_login_failed.connect(failed)
    for changed in (account.password_changed, account.password_set, account.password_reset):
        changed.connect(password_changed)
    account.email_changed.connect(email_changed)
    mfa.authenticator_added.connect(second_step_added)
    mfa.authenticator_used.connect(second_step_used)
    mfa.authenticator_removed.connect(second_step_removed)
    mfa.authenticator_reset.connect(spare_codes_made)
    mfa.authentication_failed.connect(second_step_failed)
    models.pre_save.connect(keep_little, sender=UserSession)
