"""Asking for a DBS check, deciding on it, or deciding that the role needs none."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import pauses
from mentoring.models import DbsCheck, Mentor
from mentoring.rules import dbs_checks as rules

WAITING = "There is a check already that nobody has decided on."


@transaction.atomic
def ask(*, mentor: Mentor, level: str, by: Any, at: datetime) -> DbsCheck:
    """Say that a check is on its way."""
    if level == DbsCheck.Level.NONE:
        raise NotAllowed("Choose the level that the role needs.")
    try:
        with transaction.atomic():
            check = DbsCheck.objects.create(mentor=mentor, level=level, asked_at=at, asked_by=by)
    except IntegrityError:
        raise NotAllowed(WAITING) from None
    audit.record(verb="mentoring.dbs_check.asked", by=by, at=at, subject=check, about=mentor.person, level=level)
    return check


@transaction.atomic
def not_needed(*, mentor: Mentor, words: str, by: Any, at: datetime) -> DbsCheck:
    """Decide that the role needs no check, as for somebody who mentors in the prison where they serve a sentence."""
    words = clean(words)
    if not words.strip():
        raise NotAllowed("Say why the role needs no check.")
    check = DbsCheck.objects.create(
        mentor=mentor,
        level=DbsCheck.Level.NONE,
        status=DbsCheck.Status.DECIDED,
        decision=DbsCheck.Decision.NOT_NEEDED,
        words=words,
        asked_at=at,
        asked_by=by,
        decided_at=at,
        decided_by=by,
    )
    audit.record(verb="mentoring.dbs_check.not_needed", by=by, at=at, subject=check, about=mentor.person)
    return check


@transaction.atomic
def decide(
    *,
    check: DbsCheck,
    outcome: str,
    decision: str,
    number: str,
    issued_on: date,
    words: str,
    by: Any,
    at: datetime,
) -> DbsCheck:
    """What the certificate said and what follows. Something on it is no bar by itself: somebody weighs it up, and on a
    no whoever this mentor walks with waits from this moment.
    """
    reasons = rules.why_not_decide(
        recorded=outcome == DbsCheck.Outcome.RECORDED,
        refused=decision == DbsCheck.Decision.NOT_SUITABLE,
        words=words,
        issued_on=issued_on,
        today=local_day(at),
    )
    if reasons:
        raise NotAllowed(*reasons)
    move(
        check,
        to=DbsCheck.Status.DECIDED,
        frm={DbsCheck.Status.ASKED},
        outcome=outcome,
        decision=decision,
        number=clean(number, lines=False),
        issued_on=issued_on,
        look_again_on=rules.look_again_on(issued_on),
        words=clean(words),
        decided_at=at,
        decided_by=by,
    )
    if decision == DbsCheck.Decision.NOT_SUITABLE:
        pauses.look_again(mentor=check.mentor, by=by, at=at)
    audit.record(verb="mentoring.dbs_check.decided", by=by, at=at, subject=check, about=check.mentor.person)
    return check
