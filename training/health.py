"""How telling the record store fares, where one is set."""

from dataclasses import replace
from datetime import datetime, timedelta

from training import record_store
from training.models import Statement
from worker.health import Finding, State, declare, waiting

# A store that is away for an hour harms nobody: all of it waits.
LATE = timedelta(hours=6).total_seconds()


def store(at: datetime) -> Finding:
    """How long the oldest statement has waited, and whether the store would not have one."""
    if not record_store.is_set():
        return Finding(State.OK, "None is set.")
    if Statement.objects.exclude(refused_at=None).exists():
        return Finding(State.LOOK, "The record store refused something: see training/README.md.")
    oldest = Statement.objects.filter(sent_at=None).order_by("made_at").values_list("made_at", flat=True).first()
    found = waiting(since=[oldest] if oldest else [], at=at, late=LATE)
    # People learn all the same: nothing of ours is down.
    return replace(found, state=State.LOOK) if found.state == State.DOWN else found


declare("record store", store)
