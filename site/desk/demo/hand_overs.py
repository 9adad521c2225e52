"""What came by the public forms: some wait, one should be read today, one is taken, and some were answered."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from accounts.models import User
from desk.demo import names
from pages.actions import hand_overs
from pages.models import HandOver

Kind = HandOver.Kind
INSIDE = {"reach": "inside", "prison": "HMP Leeds"}
# Each with how many days ago it was sent.
WAITING: tuple[tuple[str, int, dict[str, Any]], ...] = (
    (Kind.ASK, 1, INSIDE | {"words": "Somebody to talk to before I leave."}),
    (Kind.FILES, 2, {"reach": "letter", "address": "12 Made-up Street, Leeds", "council": "Leeds, and then not sure"}),
    (
        Kind.TRAINING,
        6,
        {"reach": "email", "email": "training@example.org", "where": "HMP Leeds", "how_many": "About 30"},
    ),
    (Kind.MENTOR, 3, {"reach": "phone", "phone": "07700 900321", "phone_says": ["message"], "town": "York"}),
)
ANSWERED_AFTER = (1, 1, 2, 2, 3, 4)


def load(*, logins: dict[str, User], at: datetime) -> None:
    dice = Random(7)  # noqa: S311  # made-up people need no secrecy, only the same faces each time
    rosa = logins["rosa"]
    sent = [_sent(kind, said, at - timedelta(days=days), dice, n) for n, (kind, days, said) in enumerate(WAITING)]
    hand_overs.take(hand_over=sent[-1], by=rosa, at=at - timedelta(days=1))
    for n, days in enumerate(ANSWERED_AFTER):
        then = at - timedelta(days=40 - n)
        one = _sent(Kind.ASK, INSIDE | {"words": "A mentor, please."}, then, dice, 100 + n)
        hand_overs.take(hand_over=one, by=rosa, at=then)
        hand_overs.answer(hand_over=one, note="Wrote to them.", by=rosa, at=then + timedelta(days=days))


def _sent(kind: str, said: dict[str, Any], then: datetime, dice: Random, n: int) -> HandOver:
    name = {"name": dice.choice(names.FIRST)}
    return hand_overs.send(kind=kind, said=name | said, key=f"demo{n}", by=None, at=then)
