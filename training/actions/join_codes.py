"""Codes of a prison: made, taken back, and used."""

import secrets
from datetime import date, datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.db.models import F

from accounts.actions import invitations
from accounts.models import Invitation, User
from audit import actions as audit
from common.dates import local_day
from common.refs import ALPHABET
from common.transitions import NotAllowed
from places.models import Establishment
from training.actions import cohorts, stations
from training.actions import learners as learning
from training.models import Cohort, Enrolment, JoinCode, Joining, Learner
from training.rules import join_codes as rules


@transaction.atomic
def make(
    *, establishment: Establishment, cohort: Cohort | None, job: str, places: int, expires_on: date, key: str, by: Any,
    at: datetime,
) -> JoinCode:  # fmt: skip
    """A new code. The same form sent again answers with the same code."""
    if earlier := JoinCode.objects.filter(key=key, made_by=by).first():
        return earlier
    reasons = rules.why_not_make(places=places, expires_on=expires_on, today=local_day(at))
    if cohort is not None and (cohort.establishment_id != establishment.pk or cohort.closed_on is not None):
        reasons.append("Choose a cohort of this prison that has not ended.")
    if reasons:
        raise NotAllowed(*reasons)
    letters = "".join(secrets.choice(ALPHABET) for _ in range(rules.LENGTH)).upper()
    try:
        with transaction.atomic():
            code = JoinCode.objects.create(
                key=key, code=letters, establishment=establishment, cohort=cohort, job=job, places=places,
                expires_on=expires_on, made_at=at, made_by=by,
            )  # fmt: skip
    except IntegrityError:
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    audit.record(verb="training.join_code.made", by=by, at=at, subject=code, places=places)
    return code


@transaction.atomic
def revoke(*, code: JoinCode, by: Any, at: datetime) -> JoinCode:
    """Nobody joins with it any more. Who joined stays."""
    if JoinCode.objects.filter(pk=code.pk, revoked_at=None).update(revoked_at=at, revoked_by=by):
        audit.record(verb="training.join_code.revoked", by=by, at=at, subject=code)
    code.refresh_from_db()
    return code


@transaction.atomic
def use(*, code: JoinCode, login: User, job: str, by: Any, at: datetime) -> Learner:
    """Somebody who signs in joins with a code: they work at its prison. Brought twice by one person, it counts once."""
    learner = _learner_of(login, code, by, at)
    if not learner.stations.current().filter(establishment=code.establishment_id).exists():
        _take_place(code, at)
        stations.begin(learner=learner, establishment=code.establishment, job=job, since=local_day(at), by=by, at=at)
        audit.record(verb="training.join_code.used", by=by, at=at, subject=code, learner=learner.ref)
    if code.cohort is not None and code.cohort.closed_on is None:
        cohorts.join(cohort=code.cohort, learner=learner, source=Enrolment.Source.SELF, by=by, at=at)
    return learner


def _learner_of(login: User, code: JoinCode, by: Any, at: datetime) -> Learner:
    """Whoever was added without a login under an address that this login has shown to be theirs is the same person."""
    known = Learner.objects.filter(login=login).first()
    shown = bool(login.email) and EmailAddress.objects.filter(user=login, email__iexact=login.email, verified=True)
    twin = Learner.objects.filter(email__iexact=login.email).first() if shown else None
    if known is None and twin is not None and Learner.objects.filter(pk=twin.pk, login=None).update(login=login):
        audit.record(verb="training.learner.claimed", by=by, at=at, subject=twin)
        return twin
    free = login.email if shown and twin is None else ""
    return known or learning.add(name=str(login), place=code.establishment.name, login=login, email=free, by=by, at=at)


def _take_place(code: JoinCode, at: datetime) -> None:
    """Of two who want the last place one gets it."""
    held = JoinCode.objects.select_for_update().get(pk=code.pk)
    if reasons := held.facts.why_not(local_day(at)):
        raise NotAllowed(*reasons)
    JoinCode.objects.filter(pk=code.pk).update(used=F("used") + 1)
    code.refresh_from_db()


@transaction.atomic
def invite(
    *, code: JoinCode, display_name: str, email: str, job: str, by: Any, at: datetime
) -> tuple[Invitation, str] | None:
    """Somebody without a login brings a code: they are asked in, with no role at all. With an email the way in goes
    only there. None where somebody signs in with that email already: nobody is told that.
    """
    if reasons := code.facts.why_not(local_day(at)):
        raise NotAllowed(*reasons)
    if email and User.objects.filter(email__iexact=email).exists():
        return None
    invitation, way_in = invitations.ask_to_learn(
        display_name=display_name, email=email, invited_by=code.made_by, by=by, at=at
    )
    Joining.objects.create(code=code, invitation_ref=invitation.ref, job=job, brought_at=at)
    return invitation, way_in
