"""Deciding on an application: approved, declined, put off, stepped back, taken up again. No refusal is silent."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from accounts.actions import users
from accounts.roles import Role
from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import mentors
from mentoring.models import Mentor, MentorApplication
from mentoring.rules import applications as rules
from mentoring.rules.applications import Stage

OWN = "Nobody decides about themselves."


@transaction.atomic
def approve(*, application: MentorApplication, by: Any, at: datetime) -> MentorApplication:
    """They are a mentor from now on, if the gates are open. Who signs in already signs in as a mentor next time."""
    mentor = application.mentor
    if mentor is None or application.status != Stage.TRAINING:
        raise NotAllowed("Approval comes after the training.")
    if mentor.person.login_id == by.pk:
        raise NotAllowed(OWN)
    move(application, to=Stage.APPROVED, frm={Stage.TRAINING}, since=at, approved_at=at, approved_by=by)
    if mentor.status != Mentor.Status.ACTIVE:
        mentors.change_status(mentor=mentor, to=Mentor.Status.ACTIVE, reason="", by=by, at=at)
    login = mentor.person.login
    if login is not None:
        users.grant_role(user=login, role=Role.PEER_MENTOR, by=by, at=at)
        users.end_role(user=login, role=Role.APPLICANT, by=by, at=at)
    audit.record(verb="mentoring.application.approved", by=by, at=at, subject=application, about=mentor.person)
    return application


@transaction.atomic
def decline(*, application: MentorApplication, reason: str, words: str, by: Any, at: datetime) -> MentorApplication:
    """Say no this time, with a reason and in words that they are given. They may ask somebody else to look again."""
    return _stop(application, Stage.DECLINED, reason, words, None, "mentoring.application.declined", by, at)


@transaction.atomic
def defer(
    *, application: MentorApplication, reason: str, words: str, look_again_on: date | None, by: Any, at: datetime
) -> MentorApplication:
    """Not now, but on a day: it is not a no."""
    return _stop(application, Stage.DEFERRED, reason, words, look_again_on, "mentoring.application.deferred", by, at)


def _stop(
    application: MentorApplication,
    to: Stage,
    reason: str,
    words: str,
    day: date | None,
    verb: str,
    by: Any,
    at: datetime,
) -> MentorApplication:
    words, until = clean(words), to == Stage.DEFERRED
    reasons = rules.why_not_stop(reason=reason, words=words, look_again_on=day, today=local_day(at), until=until)
    if _is_own(application, by):
        reasons.append(OWN)
    if reasons:
        raise NotAllowed(*reasons)
    _leave(application, to, reason, words, by, at, look_again_on=day)
    audit.record(verb=verb, by=by, at=at, subject=application, about=_person(application), why=reason)
    return application


@transaction.atomic
def withdraw(*, application: MentorApplication, words: str, by: Any, at: datetime) -> MentorApplication:
    """They step back: by themselves, or staff write it down for them. They need give no reason."""
    _leave(application, Stage.WITHDRAWN, MentorApplication.Reason.OWN_CHOICE, clean(words), by, at)
    audit.record(verb="mentoring.application.withdrawn", by=by, at=at, subject=application, about=_person(application))
    return application


def _leave(
    application: MentorApplication, to: Stage, reason: str, words: str, by: Any, at: datetime, **columns: Any
) -> None:
    """Leave the way at any stage. Where it was left is kept, so that it can be taken up again there."""
    frm = application.status
    stopped_from = application.stopped_from if frm == Stage.DEFERRED else frm
    may = rules.UNDER_WAY | ({Stage.DEFERRED} if to != Stage.DEFERRED else set())
    move(
        application, to=to, frm=may & {frm}, since=at, stopped_from=stopped_from, reason=reason, words=words,
        stopped_at=at, stopped_by=by, **columns,
    )  # fmt: skip


@transaction.atomic
def resume(*, application: MentorApplication, by: Any, at: datetime) -> MentorApplication:
    """Take up again what was put off or stepped back from, where it was left."""
    if _is_own(application, by):
        raise NotAllowed(OWN)
    frm = {Stage.DEFERRED, Stage.WITHDRAWN}
    move(application, to=application.stopped_from or Stage.INTERESTED, frm=frm, since=at, look_again_on=None)
    audit.record(verb="mentoring.application.resumed", by=by, at=at, subject=application, about=_person(application))
    return application


def _is_own(application: MentorApplication, by: Any) -> bool:
    person = _person(application)
    return person is not None and person.login_id == by.pk


def _person(application: MentorApplication) -> Any:
    return application.mentor.person if application.mentor else None
