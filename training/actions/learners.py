"""Somebody begins to learn here."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.text import clean
from common.transitions import NotAllowed
from training import hearing
from training.models import Learner


@transaction.atomic
def add(*, name: str, place: str, login: Any, by: Any, at: datetime) -> Learner:
    """A new learner, or the one who signs in with `login` already, or whom an upper floor knows to be the same."""
    if login is not None and (known := _known(login)):
        return known
    tidy = clean(name, lines=False)[:100]
    if not tidy:
        raise NotAllowed("Enter the name of whoever learns.")
    try:
        with transaction.atomic():
            learner = Learner.objects.create(name=tidy, place=clean(place, lines=False)[:100], login=login, added_at=at)
    except IntegrityError:
        return Learner.objects.get(login=login)  # the same button, pressed twice at once
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
