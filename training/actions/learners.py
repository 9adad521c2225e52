"""Somebody begins to learn here."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from places.models import Establishment
from training import hearing
from training.actions import stations
from training.models import Attempt, Learner
from training.rules import stations as rules
from training.rules.attempts import ADJUSTMENTS, together, why_not_adjust

TAKEN = "Somebody else learns here with this email. Look for them in the list."


@transaction.atomic
def add(
    *, name: str, place: str, login: Any, by: Any, at: datetime, email: str = "", staff_number: str = ""
) -> Learner:
    """A new learner, or the one who signs in with `login` already, or whom an upper floor knows to be the same."""
    if login is not None and (known := _known(login)):
        return known
    tidy = clean(name, lines=False)[:100]
    if not tidy:
        raise NotAllowed("Enter the name of whoever learns.")
    try:
        with transaction.atomic():
            learner = Learner.objects.create(
                name=tidy, place=clean(place, lines=False)[:100], login=login, added_at=at,
                email=email.strip().lower(), staff_number=clean(staff_number, lines=False)[:20],
            )  # fmt: skip
    except IntegrityError:
        if login is not None and (known := Learner.objects.filter(login=login).first()):
            return known  # the same button, pressed twice at once
        raise NotAllowed(TAKEN) from None
    if login is not None:
        hearing.tell_of_learner(learner)
    audit.record(verb="training.learner.added", by=by, at=at, subject=learner)
    return learner


def _known(login: Any) -> Learner | None:
    if found := Learner.objects.filter(login=login).first():
        return found
    found = hearing.learner_known_as(login)
    if found is not None:
        Learner.objects.filter(pk=found.pk, login=None).update(login=login)
        found.refresh_from_db()
    return found


@transaction.atomic
def place_at(
    *, establishment: Establishment, name: str, job: str, by: Any, at: datetime, email: str = "",
    staff_number: str = "", since: date | None = None, another: bool = False,
) -> tuple[Learner, bool]:  # fmt: skip
    """Somebody works at this prison and learns. Whoever is known already, by email or staff number, keeps their record;
    one who worked elsewhere has moved. Answers the learner, and whether they are new.
    """
    Establishment.objects.select_for_update().get(pk=establishment.pk)  # two who type the same name in make one of it
    found, candidates = look_for(
        establishment=establishment, name=name, email=email, staff_number=staff_number, another=another, by=by,
        at=at,
    )  # fmt: skip
    if found.problem:
        raise NotAllowed(found.problem)
    is_new = found.twin is None
    learner = (
        add(name=name, place=establishment.name, login=None, email=email, staff_number=staff_number, by=by, at=at)
        if found.twin is None
        else candidates[found.twin]
    )
    stations.begin(learner=learner, establishment=establishment, job=job, since=since or local_day(at), by=by, at=at)
    return learner, is_new


@transaction.atomic
def look_for(
    *, establishment: Establishment, name: str, email: str, staff_number: str, by: Any, at: datetime,
    another: bool = False,
) -> tuple[rules.Found, list[Learner]]:  # fmt: skip
    """Who this may be already, before anything is made."""
    here = Q(stations__establishment=establishment, stations__until=None)
    alike = Q(name__iexact=clean(name, lines=False)) | (Q(staff_number__iexact=staff_number) & ~Q(staff_number=""))
    candidates = list(Learner.objects.filter(here & alike).order_by("pk").distinct())
    if email:
        candidates += [one for one in Learner.objects.filter(email__iexact=email) if one not in candidates]
    known = [rules.Known(one.name, one.email, one.staff_number) for one in candidates]
    found = rules.find_twin(name=name, email=email, staff_number=staff_number, among=known, another=another)
    return found, candidates


@transaction.atomic
def adjust(*, learner: Learner, adjustments: Iterable[str], by: Any, at: datetime) -> Learner:
    """The help that somebody has in every test from now on. A test that is open keeps what it began with, and more."""
    chosen = set(adjustments)
    if reasons := why_not_adjust(chosen):
        raise NotAllowed(*reasons)
    held = Learner.objects.select_for_update().get(pk=learner.pk)
    wanted = [name for name in ADJUSTMENTS if name in chosen]
    if wanted != held.adjustments:
        Learner.objects.filter(pk=held.pk).update(adjustments=wanted)
        for attempt in Attempt.objects.open().filter(progress__enrolment__learner=held).select_for_update(of=("self",)):
            Attempt.objects.filter(pk=attempt.pk).update(adjustments=together(attempt.adjustments, wanted))
        # Which help it is says something about somebody's health: the record has it, the trail does not.
        audit.record(verb="training.learner.adjusted", by=by, at=at, subject=held)
    learner.adjustments = wanted
    return learner
