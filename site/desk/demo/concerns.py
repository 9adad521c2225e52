"""Concerns in every state: the old ones dealt with, a few from this week still open."""

from datetime import datetime, timedelta

from accounts.models import User
from desk.demo.names import WORRIES
from people.actions import concerns
from people.models import Concern, Person
from people.models.concerns import CloseReason, ConcernSetting

WEEK = timedelta(days=7)


def load(*, people: list[Person], logins: dict[str, User], at: datetime) -> None:
    nadia = logins["nadia"]
    for number, worry in enumerate(WORRIES):
        concerns.raise_concern(
            key=f"demo-concern-{number}",
            about=people[number * 3],
            worry=worry,
            urgency=("now", "today", "can_wait")[number % 3],
            setting=ConcernSetting.CUSTODY if number % 2 else ConcernSetting.COMMUNITY,
            by=logins["sam" if number % 2 else "rosa"],
            at=at - timedelta(hours=[1, 20, 50, 90, 140][number]),
        )
    for number, concern in enumerate(Concern.objects.order_by("raised_at")):
        _deal_with(concern, number, nadia, at)


def _deal_with(concern: Concern, number: int, nadia: User, at: datetime) -> None:
    """Old ones end closed; of this week's, the newest is still waiting."""
    seen = concern.raised_at + timedelta(minutes=35)
    if at - concern.raised_at < timedelta(hours=2):
        return
    concerns.acknowledge(concern=concern, by=nadia, at=seen)
    if at - concern.raised_at < timedelta(hours=24):
        return
    concerns.triage(concern=concern, setting=concern.setting, under_18="no", urgency=concern.urgency, by=nadia, at=seen)
    if number % 2:
        concerns.refer(concern=concern, to="Safer custody team", number="", by=nadia, at=seen)
    else:
        concerns.manage(concern=concern, by=nadia, at=seen)
    if at - concern.raised_at > WEEK:
        concerns.close(
            concern=concern, reason=CloseReason.SAFE, note="", by=nadia, at=concern.raised_at + timedelta(days=4)
        )
