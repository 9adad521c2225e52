"""Moving a record from one status to another, once."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from common.fields import sealed_for_update


class NotAllowed(Exception):
    """A rule says no. `reasons` are sentences that the person may be shown."""

    def __init__(self, *reasons: str) -> None:
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(" ".join(self.reasons))


class Stale(NotAllowed):
    """Somebody else changed the record first; `record` is how it stands now."""

    def __init__(self, record: models.Model) -> None:
        self.record = record
        super().__init__("Someone else changed this while you were writing. Nothing is lost: both versions are below.")


def move(record: models.Model, *, to: str, frm: Iterable[str], **changes: Any) -> None:
    """Set status to `to` only while it is still one of `frm`; of several racers one wins, the others get NotAllowed.

    `changes` are other columns set in the same statement. The record is refreshed.
    """
    manager = type(record)._default_manager
    if not manager.filter(pk=record.pk, status__in=set(frm)).update(status=to, **sealed_for_update(record, changes)):
        raise NotAllowed("This has already moved on. Open it again to see where it is now.")
    record.refresh_from_db()


def change(record: models.Model, *, seen: int, **changes: Any) -> None:
    """Set columns only while `version` is still the one that the person `seen`; a later one raises Stale."""
    manager = type(record)._default_manager
    if not manager.filter(pk=record.pk, version=seen).update(version=seen + 1, **sealed_for_update(record, changes)):
        raise Stale(manager.get(pk=record.pk))
    record.refresh_from_db()
