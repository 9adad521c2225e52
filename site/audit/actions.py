"""Writing the trail: in the same transaction as the change or the look itself, so neither exists without the other.

Write it last in an action: from the first row until the commit, other writers of the trail wait.
"""

from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from audit.models import Entry, Head
from audit.sentences import sentence
from common.requests import request_id

SYSTEM = "the system"


@transaction.atomic(savepoint=False)  # what it belongs to stands or falls with it
def record(
    *,
    verb: str,
    by: Any,
    at: datetime,
    subject: Any = None,
    about: Any = None,
    reason: str = "",
    **detail: Any,
) -> Entry:
    """One change. `subject` is the record that changed, `about` the person whose record it belongs to."""
    return _write(Entry.Kind.EVENT, verb, by, at, subject, about, reason, detail)


@transaction.atomic(savepoint=False)  # what it belongs to stands or falls with it
def looked(
    *,
    verb: str,
    by: Any,
    at: datetime,
    subject: Any = None,
    about: Any = None,
    reason: str = "",
    **detail: Any,
) -> Entry:
    """One look at a record, or at a list (`detail` then names the references that were shown)."""
    return _write(Entry.Kind.LOOK, verb, by, at, subject, about, reason, detail)


def _write(
    kind: str, verb: str, by: Any, at: datetime, subject: Any, about: Any, reason: str, detail: dict[str, Any]
) -> Entry:
    sentence(verb)
    length, before = Head.objects.select_for_update().values_list("length", "seal").get(pk=1)
    entry = Entry(
        kind=kind,
        at=at.astimezone(UTC).replace(microsecond=at.microsecond),
        verb=verb,
        actor_ref=getattr(by, "ref", "") or "",
        actor_name=_name(by),
        subject_type=subject._meta.label_lower if subject is not None else "",
        subject_ref=getattr(subject, "ref", "") or "",
        about_ref=getattr(about, "ref", "") or "",
        detail=detail,
        reason=reason,
        request_id=request_id.get(),
        before=before,
    )
    entry.seal = entry.make_seal()
    entry.save(force_insert=True)
    Head.objects.filter(pk=1).update(length=length + 1, seal=entry.seal)
    return entry


def _name(by: Any) -> str:
    """The name an actor goes by at work; somebody not signed in, and the worker, have none."""
    return str(getattr(by, "display_name", "") or SYSTEM)[:150]
