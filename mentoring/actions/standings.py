"""A rest, a return, a suspension: each with its reason and with words for the mentor."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from mentoring.actions import mentors, tasks
from mentoring.models import Match, Mentor, Standing
from mentoring.rules import standings as rules
from mentoring.telling import tell_mentor

To, Why = Standing.To, Standing.Why


@transaction.atomic
def rest(*, mentor: Mentor, why: str, until: date | None, words: str, by: Any, at: datetime) -> Standing:
    """Take a rest, for as long as it takes. The team is asked who needs somebody meanwhile."""
    if reasons := rules.why_not_rest(until=until, today=local_day(at)):
        raise NotAllowed(*reasons)
    mentors.change_status(mentor=mentor, to=Mentor.Status.RESTING, reason=Why(why).label, by=by, at=at)
    standing = _write(mentor, To.RESTING, why, words, "", until, by, at)
    _look_at_matches(standing, "mentor_resting", by, at)
    audit.record(verb="mentoring.standing.rest_begun", by=by, at=at, subject=standing, about=mentor.person)
    return standing


@transaction.atomic
def come_back(*, mentor: Mentor, words: str, by: Any, at: datetime) -> Standing:
    """Back from a rest. A suspension is lifted, never walked out of."""
    if Mentor.objects.select_for_update(of=("self",)).get(pk=mentor.pk).status != Mentor.Status.RESTING:
        raise NotAllowed("Only somebody who is resting can come back this way.")
    mentors.change_status(mentor=mentor, to=Mentor.Status.ACTIVE, reason=Why.READY.label, by=by, at=at)
    standing = _write(mentor, To.ACTIVE, Why.READY, words, "", None, by, at)
    audit.record(verb="mentoring.standing.come_back", by=by, at=at, subject=standing, about=mentor.person)
    return standing


@transaction.atomic
def suspend(*, mentor: Mentor, why: str, words: str, staff_reason: str, by: Any, at: datetime) -> Standing:
    """From the next request on they see nobody. Their own pages stay, and say how to ask again."""
    _refuse_if(mentor, words, staff_reason, by)
    mentors.change_status(mentor=mentor, to=Mentor.Status.SUSPENDED, reason=Why(why).label, by=by, at=at)
    standing = _write(mentor, To.SUSPENDED, why, words, staff_reason, None, by, at)
    _look_at_matches(standing, "mentor_suspended", by, at)
    tell_mentor(mentor, about=standing, what="standing", by=by, at=at)
    audit.record(verb="mentoring.standing.suspended", by=by, at=at, subject=standing, about=mentor.person)
    return standing


@transaction.atomic
def lift(*, mentor: Mentor, words: str, staff_reason: str, by: Any, at: datetime) -> Standing:
    """It was looked into. They are active again, and told so."""
    _refuse_if(mentor, words, staff_reason, by)
    if Mentor.objects.select_for_update(of=("self",)).get(pk=mentor.pk).status != Mentor.Status.SUSPENDED:
        raise NotAllowed("This mentor is not suspended.")
    mentors.change_status(mentor=mentor, to=Mentor.Status.ACTIVE, reason=Why.LOOKED_INTO.label, by=by, at=at)
    standing = _write(mentor, To.ACTIVE, Why.LOOKED_INTO, words, staff_reason, None, by, at)
    tell_mentor(mentor, about=standing, what="standing", by=by, at=at)
    audit.record(verb="mentoring.standing.lifted", by=by, at=at, subject=standing, about=mentor.person)
    return standing


def _refuse_if(mentor: Mentor, words: str, staff_reason: str, by: Any) -> None:
    reasons = rules.why_not_suspend(
        words=words, staff_reason=staff_reason, mentors_login=mentor.person.login_id, by=by.pk
    )
    if reasons:
        raise NotAllowed(*reasons)


def _write(
    mentor: Mentor, to: str, why: str, words: str, staff_reason: str, until: date | None, by: Any, at: datetime
) -> Standing:
    return Standing.objects.create(
        mentor=mentor, to=to, why=why, words=clean(words).strip(), staff_reason=clean(staff_reason).strip(),
        until=until, at=at, by=by,
    )  # fmt: skip


def _look_at_matches(standing: Standing, kind: str, by: Any, at: datetime) -> None:
    mentor = standing.mentor
    if Match.objects.open().filter(mentor=mentor).exists():
        tasks.raise_task(
            key=f"standing:{standing.ref}", kind=kind, team=mentor.team, mentor=mentor, due_on=local_day(at), by=by,
            at=at,
        )  # fmt: skip
