"""What a session remembers about its person, and how sessions are ended."""

from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from accounts.models import User
from accounts.session_store import SessionStore
from common.refs import new_ref

BACKEND = "accounts.backends.Backend"

# Keys of ours within a session.
SIGNED_IN = "accounts.signed_in"  # when, in seconds since 1970
SEEN = "accounts.seen"  # last seen, to the minute, in seconds since 1970
SECOND_STEP = "accounts.second_step"  # the ref of the user who has done it in this session
WAS = "accounts.was"  # the ref of the user who was signed out here for being idle


def idle_seconds(user: Any) -> int:
    """How long a user may do nothing before being signed out."""
    minutes = settings.IDLE_MINUTES_STAFF if user.needs_second_step else settings.IDLE_MINUTES
    return minutes * 60


def did_second_step(session: Any, user: User) -> bool:
    return session.get(SECOND_STEP) == user.ref


def note_second_step(session: Any, user: User) -> None:
    session[SECOND_STEP] = user.ref


@transaction.atomic
def end_all_sessions(user: User) -> None:
    """Sign somebody out everywhere, from their next request on."""
    user.session_stamp = new_ref()
    User.objects.filter(pk=user.pk).update(session_stamp=user.session_stamp)
    known = UserSession.objects.filter(user=user)
    Session.objects.filter(session_key__in=known.values("session_key")).delete()
    known.delete()


class OnlyForTheDemonstration(Exception):
    """Sessions are handed out ready made only where every person is made up."""


def open_session_for(user: User, at: datetime) -> str:
    """A session key that is signed in with the second step done, for tests and tools. Refused when DEBUG is off."""
    if not settings.DEBUG:
        raise OnlyForTheDemonstration("DEBUG is off: sign in at the door like everybody else.")
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = BACKEND
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session[SIGNED_IN] = session[SEEN] = at.timestamp()
    note_second_step(session, user)
    session.create()
    return str(session.session_key)
