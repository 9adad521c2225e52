"""What the page of a wait shows, and what whoever reads it may answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from casefiles_support.models import SafetyHold
from casefiles_support.permissions import safety_holds as can
from common.dates import LONDON
from common.words import in_words


@dataclass(frozen=True)
class HoldPage:
    state: str
    facts: list[tuple[str, Any]]
    may: list[tuple[str, str]]


def state_of(hold: SafetyHold, *, at: datetime) -> str:
    """“Until 10:00 on 24 November”, or what it waits for."""
    if hold.lifted_at is not None:
        return "Ended" if hold.ends_at else "It was not agreed to"
    if hold.ends_at is None:
        return "It waits for an answer, and holds nothing yet"
    ends = hold.ends_at.astimezone(LONDON)
    return f"Until {ends:%H:%M on %-d %B}" if hold.ends_at > at else f"Ended by itself at {ends:%H:%M on %-d %B}"


def page_of(hold: SafetyHold, *, user: Any, at: datetime) -> HoldPage:
    rows: list[tuple[str, Any]] = [
        ("Why", hold.because),
        ("Asked by", str(hold.asked_by)),
        ("Safeguarding lead", str(hold.agreed_by or "Not yet")),
    ]
    if hold.again_of_id is not None:
        rows.append(("Programme manager", str(hold.again_by or "Not yet")))
    if hold.ends_at is not None:
        rows.append(("They were told", in_words(hold.told_on) if hold.told_on else "Not yet"))
    may = [(_url(name, hold), words) for name, words in _may(hold, user, at)]
    return HoldPage(state=state_of(hold, at=at), facts=rows, may=may)


def _may(hold: SafetyHold, user: Any, at: datetime) -> list[tuple[str, str]]:
    names = []
    waiting = hold.ends_at is None and hold.lifted_at is None
    fresh = user.pk not in (hold.asked_by_id, hold.agreed_by_id, hold.again_by_id)
    if waiting and fresh and hold.agreed_by_id is None and can.can_agree_to_wait(user):
        names.append(("agree", "I agree"))
    if waiting and fresh and hold.again_of_id and hold.again_by_id is None and can.can_allow_again(user):
        names.append(("allow_again", "I allow one day more"))
    if hold.ends_at is not None and can.can_ask_to_wait(user):
        if hold.told_on is None:
            names.append(("tell", "Tell them why it is not today"))
        if hold.again_of_id is None:
            names.append(("again", "Ask for one day more"))
    standing = hold.lifted_at is None and (hold.ends_at is None or hold.ends_at > at)
    if standing and can.can_end_waits(user):
        names.append(("lift", "It need not wait"))
    return names


def _url(name: str, hold: SafetyHold) -> str:
    return reverse(f"casefiles_support:safety_holds-{name}", args=[hold.ref])
