"""What can happen to a place."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from accounts.models import User
from audit import actions as audit
from common.transitions import NotAllowed, Stale, change
from places.models import Place

TAKEN = "Another one has this name already."


@transaction.atomic
def add(*, model: type[Place], by: User | None, at: datetime, **facts: Any) -> Place:
    """Add one place, such as `model=Team, name="Leeds"`. Its facts are ours: no shipped data knows it."""
    try:
        with transaction.atomic():
            place: Place = model._default_manager.create(by_hand=sorted(facts), **facts)
    except IntegrityError:
        raise NotAllowed(TAKEN) from None
    audit.record(verb="places.place.added", by=by, at=at, subject=place)
    return place


@transaction.atomic
def edit(*, place: Place, seen: int, by: User, at: datetime, **facts: Any) -> Place:
    """Change facts of a place. From now on they are ours: loading shipped data leaves them alone.

    `seen` is the version that the person looked at; raises Stale when somebody was faster.
    """
    standing: Place = type(place)._default_manager.select_for_update().get(pk=place.pk)
    if standing.version != seen:
        raise Stale(standing)
    changed = {name: value for name, value in facts.items() if getattr(standing, name) != value}
    if not changed:
        return standing
    try:
        with transaction.atomic():
            change(standing, seen=seen, by_hand=sorted({*standing.by_hand, *changed}), **changed)
    except IntegrityError:
        raise NotAllowed(TAKEN) from None
    audit.record(verb="places.place.edited", by=by, at=at, subject=standing, fields=sorted(changed))
    return standing
