"""Claiming back what mentoring cost: written line by line, sent, answered."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Sum

from audit import actions as audit
from common.dates import local_day
from common.locked_files import keep
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import tasks
from mentoring.models import Claim, ClaimLine, Mentor, Receipt
from mentoring.rules import claims as rules
from mentoring.telling import is_held, tell_mentor

Status = Claim.Status
FOLDER = "receipts"


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A photograph that was written again from its pixels (pages.rules.pictures): nothing else is ever kept."""

    content: bytes
    kind: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that was paid for. `amount` in pounds; for miles it is worked out, whatever was typed."""

    kind: str
    spent_on: date
    words: str
    amount: Decimal = Decimal("0.00")
    miles: Decimal | None = None
    picture: Picture | None = None


@transaction.atomic
def begin(*, mentor: Mentor, line: Line, key: str, by: Any, at: datetime) -> Claim:
    """Start a claim with its first line. The same form sent again answers with the same claim."""
    if earlier := _already(key, by):
        return earlier
    _refuse_if(rules.why_not_claim(in_custody=is_held(mentor)))
    claim = Claim.objects.create(mentor=mentor, team=mentor.team, made_at=at)
    _write(claim, line, key, by, at)
    audit.record(verb="mentoring.claim.begun", by=by, at=at, subject=claim, about=mentor.person)
    return claim


@transaction.atomic
def add_line(*, claim: Claim, line: Line, key: str, by: Any, at: datetime) -> Claim:
    if earlier := _already(key, by):
        return earlier
    _hold_open(claim)
    _write(claim, line, key, by, at)
    audit.record(verb="mentoring.claim.added_to", by=by, at=at, subject=claim, about=claim.mentor.person)
    return claim


@transaction.atomic
def remove_line(*, claim: Claim, line: ClaimLine, by: Any, at: datetime) -> None:
    """Take a line out before it is sent. Its picture goes with it: the key to the file is deleted."""
    _hold_open(claim)
    claim.lines.filter(pk=line.pk).delete()
    audit.record(verb="mentoring.claim.taken_from", by=by, at=at, subject=claim, about=claim.mentor.person)


@transaction.atomic
def submit(*, claim: Claim, by: Any, at: datetime) -> Claim:
    """Send it. From now on it stands as it is, until somebody answers."""
    _hold_open(claim)
    lines = claim.lines.aggregate(total=Sum("amount"))
    _refuse_if(rules.why_not_send(lines=claim.lines.count(), in_custody=is_held(claim.mentor)))
    move(claim, to=Status.SUBMITTED, frm=set(Claim.WITH_MENTOR), submitted_at=at, total=lines["total"])
    tasks.raise_task(
        key=_task(claim, at), kind="claim_to_decide", team=claim.team, mentor=claim.mentor,
        due_on=rules.answer_by(local_day(at)), by=by, at=at,
    )  # fmt: skip
    audit.record(
        verb="mentoring.claim.sent", by=by, at=at, subject=claim, about=claim.mentor.person, total=str(claim.total)
    )
    return claim


@transaction.atomic
def approve(*, claim: Claim, by: Any, at: datetime) -> Claim:
    """Say yes. Of several who do so at once, one does; nobody about their own."""
    _refuse_if(_not_theirs(claim, by) + rules.why_not_claim(in_custody=is_held(claim.mentor)))
    move(claim, to=Status.APPROVED, frm={Status.SUBMITTED}, decided_at=at, decided_by=by, sent_back_because="")
    _decided(claim, "mentoring.claim.approved", by, at)
    return claim


@transaction.atomic
def send_back(*, claim: Claim, because: str, by: Any, at: datetime) -> Claim:
    """Ask the mentor to put something right. They read why."""
    because = clean(because).strip()
    _refuse_if(_not_theirs(claim, by) + ([] if because else ["Say what needs to be put right. The mentor reads it."]))
    move(claim, to=Status.SENT_BACK, frm={Status.SUBMITTED}, decided_at=at, decided_by=by, sent_back_because=because)
    _decided(claim, "mentoring.claim.sent_back", by, at)
    return claim


def _decided(claim: Claim, verb: str, by: Any, at: datetime) -> None:
    if claim.submitted_at:
        tasks.settle(key=_task(claim, claim.submitted_at), by=by, at=at)
    tell_mentor(claim.mentor, about=claim, what=f"claim.{at:%Y%m%d%H%M%S}", by=by, at=at)
    audit.record(verb=verb, by=by, at=at, subject=claim, about=claim.mentor.person)


def _task(claim: Claim, sent: datetime) -> str:
    return f"claim:{claim.ref}:{sent:%Y%m%d%H%M%S}"


def _already(key: str, by: Any) -> Claim | None:
    line = ClaimLine.objects.select_related("claim__mentor").filter(key=key, claim__mentor__person__login=by).first()
    return line.claim if line else None


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)


def _not_theirs(claim: Claim, by: Any) -> list[str]:
    return rules.why_not_decide(mentors_login=claim.mentor.person.login_id, by=by.pk)


def _hold_open(claim: Claim) -> None:
    """Take the claim for this transaction, so that no line slips in while it is being sent."""
    held = Claim.objects.select_for_update().get(pk=claim.pk)
    if not held.is_with_mentor:
        raise NotAllowed("This claim has been sent, so it cannot be changed now.")


def _write(claim: Claim, line: Line, key: str, by: Any, at: datetime) -> None:
    rate = settings.MENTOR_MILEAGE_RATE if line.kind == ClaimLine.Kind.MILEAGE else None
    miles = line.miles or Decimal(0) if rate else None
    amount = rules.for_miles(miles, rate=rate) if rate and miles is not None else line.amount
    _refuse_if(
        rules.why_not_line(
            spent_on=line.spent_on, today=local_day(at), amount=amount, miles=miles, lines=claim.lines.count()
        )
    )
    try:
        with transaction.atomic():
            kept = ClaimLine.objects.create(
                claim=claim, key=key, kind=line.kind, spent_on=line.spent_on, amount=amount, miles=miles, rate=rate,
                words=clean(line.words).strip(),
            )  # fmt: skip
    except IntegrityError:
        raise NotAllowed("This form was sent already.") from None
    if line.picture:
        locked = keep(line.picture.content, folder=FOLDER)
        Receipt.objects.create(
            line=kept, stored=locked.name, key=locked.key, kind=line.picture.kind, added_at=at, added_by=by
        )
