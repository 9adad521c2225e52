"""Somebody begins to learn here."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.text import clean
from common.transitions import NotAllowed
from training.models import Learner


@transaction.atomic
def add(*, name: str, place: str, login: Any, by: Any, at: datetime) -> Learner:
    """A new learner, or the one who signs in with `login` already."""
    if login is not None and (known := Learner.objects.filter(login=login).first()):
        return known
    tidy = clean(name, lines=False)[:100]
    if not tidy:
        raise NotAllowed("Enter the name of whoever learns.")
    learner = Learner.objects.create(name=tidy, place=clean(place, lines=False)[:100], login=login, added_at=at)
    audit.record(verb="training.learner.added", by=by, at=at, subject=learner)
    return learner
