"""What comes by the public forms: sealed when it is sent, taken by one, answered, and let go of."""

import json
import secrets
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from audit import actions as audit
from common.dates import local_day
from common.harm import may_be_harm
from common.sealed import blind_index
from common.sheet_codes import new_code
from common.text import fold
from common.transitions import NotAllowed, move
from law import working_days
from pages import taking
from pages.models import HandOver
from pages.rules import hand_overs as rules

Status = HandOver.Status
KEYED_ALREADY = (
    "A sheet with this code was typed in already. If this is the paper of somebody else, leave the code empty."
)


@transaction.atomic
def send(*, kind: str, said: Mapping[str, Any], key: str, by: None, at: datetime) -> HandOver:
    """Seal what somebody wrote. The same form sent again, or the same words within a day, are the same envelope."""
    like = _likeness(kind, said)
    same = HandOver.objects.open().filter(kind=kind, likeness=like, sent_at__gt=at - rules.SAME_WITHIN)
    if earlier := HandOver.objects.filter(key=key).first() or same.first():
        return earlier
    return _keep(kind, said, like, {"key": key, "code": new_code(secrets.choice), "way": HandOver.Way.WEB}, by, at)


@transaction.atomic
def key_in(
    *, kind: str, said: Mapping[str, Any], key: str, code: str, written_on: date, by: Any, at: datetime
) -> HandOver:
    """Type in what came on paper, by the code on the sheet: the same sheet makes one envelope, whoever types it. Paper
    without a code is given one.
    """
    if earlier := HandOver.objects.filter(Q(key=key) | (Q(code=code) & ~Q(code=""))).first():
        if earlier.key == key:
            return earlier
        raise NotAllowed(KEYED_ALREADY)
    code = code or new_code(secrets.choice)
    if written_on > local_day(at):
        raise NotAllowed("The day on the paper cannot be in the future.")
    told = {"key": key, "code": code, "way": HandOver.Way.PAPER, "written_on": written_on, "keyed_by": by}
    return _keep(kind, said, _likeness(kind, said), told, by, at)


def _keep(kind: str, said: Mapping[str, Any], like: str, told: Mapping[str, Any], by: Any, at: datetime) -> HandOver:
    words = "\n".join(str(answer) for answer in said.values())
    urgent, today = may_be_harm(words), local_day(at)
    due = working_days.after(today, working_days=settings.HAND_OVER_WORKING_DAYS[kind])
    kept, new = HandOver.objects.get_or_create(
        key=told["key"],
        defaults={
            "kind": kind, "likeness": like, "urgent": urgent, "sent_at": at, "due_on": today if urgent else due,
            "contents": json.dumps(dict(said), ensure_ascii=False), **told,
        },
    )  # fmt: skip
    if new and urgent:
        taking.tell_of_harm(taking.Heard(about=kept.ref, key=f"hand_over:{kept.ref}", at=at, words=words))
    if new:
        audit.record(verb="pages.hand_over.sent", by=by, at=at, subject=kept, kind=kind, way=str(kept.way))
    return kept


def _likeness(kind: str, said: Mapping[str, Any]) -> str:
    written = json.dumps({name: fold(str(answer)) for name, answer in said.items()}, sort_keys=True)
    return blind_index(written, kind=f"hand_over.{kind}")


@transaction.atomic
def take(*, hand_over: HandOver, by: Any, at: datetime) -> HandOver:
    """One person has it from now on: of two who press at once, one."""
    move(hand_over, to=Status.TAKEN, frm={Status.WAITING}, taken_at=at, taken_by=by)
    audit.record(verb="pages.hand_over.taken", by=by, at=at, subject=hand_over)
    return hand_over


@transaction.atomic
def put_back(*, hand_over: HandOver, by: Any, at: datetime) -> HandOver:
    """Leave it to somebody else. Its day stays."""
    move(hand_over, to=Status.WAITING, frm={Status.TAKEN}, taken_at=None, taken_by=None)
    audit.record(verb="pages.hand_over.put_back", by=by, at=at, subject=hand_over)
    return hand_over


@transaction.atomic
def pass_on(*, hand_over: HandOver, became: str, by: Any, at: datetime) -> HandOver:
    """It is a record of the programme now, at the address `became`. Called by the action that makes the record."""
    _close(hand_over, Status.HANDED_OVER, by, at, became=became)
    audit.record(verb="pages.hand_over.handed_over", by=by, at=at, subject=hand_over)
    return hand_over


@transaction.atomic
def answer(*, hand_over: HandOver, note: str, by: Any, at: datetime) -> HandOver:
    """It was answered in another way, which `note` says."""
    _close(hand_over, Status.ANSWERED, by, at, note=note)
    audit.record(verb="pages.hand_over.answered", by=by, at=at, subject=hand_over)
    return hand_over


@transaction.atomic
def turn_away(*, hand_over: HandOver, note: str, by: Any, at: datetime) -> HandOver:
    """It is not for us, and they were told so and who else may help."""
    _close(hand_over, Status.NOT_OURS, by, at, note=note)
    audit.record(verb="pages.hand_over.not_ours", by=by, at=at, subject=hand_over)
    return hand_over


def _close(hand_over: HandOver, to: str, by: Any, at: datetime, **changes: Any) -> None:
    move(hand_over, to=to, frm={Status.TAKEN}, closed_at=at, closed_by=by, **changes)


@transaction.atomic
def set_aside(*, hand_over: HandOver, by: Any, at: datetime) -> HandOver:
    """A machine sent it. It goes after thirty days."""
    move(hand_over, to=Status.UNWANTED, frm=set(HandOver.OPEN), closed_at=at, closed_by=by)
    audit.record(verb="pages.hand_over.unwanted", by=by, at=at, subject=hand_over)
    return hand_over


@transaction.atomic
def bring_back(*, hand_over: HandOver, by: Any, at: datetime) -> HandOver:
    """It was no machine after all."""
    nobody = {"taken_at": None, "taken_by": None, "closed_at": None, "closed_by": None}
    move(hand_over, to=Status.WAITING, frm={Status.UNWANTED}, **nobody)
    audit.record(verb="pages.hand_over.brought_back", by=by, at=at, subject=hand_over)
    return hand_over


@transaction.atomic
def let_go(*, by: Any, at: datetime) -> tuple[int, int]:
    """Empty what was answered thirty days ago, delete what machines sent; answers how many of each. What still waits
    stays, however long.
    """
    old = HandOver.objects.to_empty(at - rules.KEPT_AFTER_ANSWER)
    emptied = old.update(contents="", note="", likeness="", emptied_at=at)
    deleted, _ = HandOver.objects.to_delete(at - rules.KEPT_UNWANTED).delete()
    if emptied or deleted:
        audit.record(verb="pages.hand_over.let_go", by=by, at=at, emptied=emptied, deleted=deleted)
    return emptied, deleted
