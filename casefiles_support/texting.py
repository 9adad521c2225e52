"""What file support tells messaging: which texts have lost their reason, how staff are reached, and what is done where
nothing can go. None of it says what it is about.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from accounts.models import User
from casefiles_support.actions.duties import raise_duty
from casefiles_support.models import Checkpoint, FollowUp, Journey
from casefiles_support.occasions import TALK, Said, is_newest
from common.dates import local_day
from messaging import gates, hearing, routes
from messaging.gates import Reason
from messaging.models import Text
from messaging.reminders import Occasion
from messaging.routes import Channel, Route

LOGIN, PERSON = "accounts.user", "people.person"
OVER = Reason("talk-over", "This talk was held, or they would rather not have it.")
# Somebody decides about these on a list of their own.
DECIDED_ELSEWHERE = frozenset({"cap", "number-paused", OVER.code})


def declare() -> None:
    gates.gate("files.talk", why_not_talk)
    hearing.instead("files.by_hand", tell_by_hand)
    routes.declare(LOGIN, routes_of_logins)


def why_not_talk(text: Text, at: datetime) -> Iterable[Reason]:
    if text.kind != TALK:
        return []
    said = _said(text.subject_type, text.subject_ref)
    return [] if said is not None and still_on(said) else [OVER]


def still_on(said: Said) -> bool:
    if isinstance(said, FollowUp):
        return said.status == FollowUp.Status.PLANNED and said.journey.status != Journey.Status.CLOSED
    return not said.journey.is_quiet and is_newest(said)


def _said(record_type: str, ref: str) -> Said | None:
    models: dict[str, type[Said]] = {one._meta.label_lower: one for one in (FollowUp, Checkpoint)}
    model = models.get(record_type)
    return None if model is None else model._default_manager.filter(ref=ref).select_related("journey__person").first()


def tell_by_hand(text: Text, at: datetime) -> None:
    """A text that cannot go: somebody tells them, once for each text."""
    if text.kind != TALK or text.recipient_type != PERSON or text.reason in DECIDED_ELSEWHERE:
        return
    said = _said(text.subject_type, text.subject_ref)
    if said is not None:
        _ask(said, f"text:{text.ref}", at)


def by_hand(occasion: Occasion, why: str, at: datetime) -> None:
    """In custody, or without a number that they checked with us: whoever supports them tells them, or writes."""
    if isinstance(occasion.subject, FollowUp | Checkpoint):
        _ask(occasion.subject, f"by_hand:{occasion.subject.ref}:{occasion.slot}", at)


def _ask(said: Said, key: str, at: datetime) -> None:
    raise_duty(
        key=key, kind="remind_by_hand", journey=said.journey, due_on=local_day(at), about_ref=said.ref, by=None, at=at
    )


def routes_of_logins(refs: Collection[str], kind: str) -> Mapping[str, Route]:
    """Staff by email, at the address that they sign in with."""
    users = User.objects.filter(ref__in=refs, is_active=True).exclude(email="")
    return {user.ref: Route(Channel.EMAIL, place=user.email, name=user.get_short_name()) for user in users}
