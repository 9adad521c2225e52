"""What can happen to a paper sheet: it is typed in, once, or cancelled."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, Stale, move
from mentoring.actions import sessions
from mentoring.actions.sessions import Details, Worry
from mentoring.models import Match, Mentor, PaperSheet, Session
from mentoring.rules import sheets as rules
from people.actions import identifications
from people.models import IdentificationEvent, Person

Status = PaperSheet.Status


class KeyedAlready(Stale):
    """Somebody typed this sheet in before; `sheet` says when and what it became."""

    def __init__(self, sheet: PaperSheet) -> None:
        super().__init__(sheet)
        self.sheet = sheet
        self.reasons = rules.why_not_key(status=Status.KEYED)


@transaction.atomic
def key_session(
    *,
    sheet: PaperSheet,
    mentor: Mentor,
    details: Details,
    marks: Mapping[Match, str],
    written_on: date,
    key: str,
    by: Any,
    at: datetime,
    worry: Worry | None = None,
) -> Session:
    """The sheet becomes a session in its mentor's name. The same form again answers with the same session; another
    form for the same sheet raises KeyedAlready.
    """
    if earlier := _keyed_by_this_form(sheet, key, by):
        return earlier
    reasons = rules.why_not_written_on(
        written_on=written_on, happened_on=local_day(details.started_at), today=local_day(at)
    )
    if reasons:
        raise NotAllowed(*reasons)
    try:
        _take(sheet, by, at)
    except KeyedAlready:
        if earlier := _keyed_by_this_form(sheet, key, by):
            return earlier
        raise
    session = sessions.record(mentor=mentor, details=details, marks=marks, key=key, worry=worry, by=by, at=at)
    Session.objects.filter(pk=session.pk).update(
        sheet=sheet, on_behalf_of=mentor, written_on=written_on, transcribed_at=at, transcribed_by=by
    )
    session.refresh_from_db()
    about = next(iter(marks)).person
    audit.record(verb="mentoring.sheet.keyed", by=by, at=at, subject=sheet, about=about, session=session.ref)
    return session


def _keyed_by_this_form(sheet: PaperSheet, key: str, by: Any) -> Session | None:
    return Session.objects.filter(sheet=sheet, key=key, transcribed_by=by).first()


@transaction.atomic
def key_identification(
    *, sheet: PaperSheet, person: Person, said: Mapping[str, Any], key: str, by: Any, at: datetime
) -> IdentificationEvent:
    """The sheet becomes one asking in the person's history; `said` are the answers of people.forms.identifications."""
    mine = IdentificationEvent.objects.filter(sheet=sheet, key=key, recorded_by=by)
    if earlier := mine.first():
        return earlier
    try:
        _take(sheet, by, at)
    except KeyedAlready:
        if earlier := mine.first():
            return earlier
        raise
    event = identifications.record(person=person, key=key, by=by, at=at, **said)
    PaperSheet.objects.filter(pk=sheet.pk).update(identification=event)
    audit.record(verb="mentoring.sheet.keyed", by=by, at=at, subject=sheet, about=person)
    return event


def _take(sheet: PaperSheet, by: Any, at: datetime) -> None:
    """Of several who type the same sheet in, one gets it; the others wait for that one, and are told."""
    try:
        move(sheet, to=Status.KEYED, frm={Status.PRINTED}, keyed_at=at, keyed_by=by)
    except NotAllowed:
        sheet.refresh_from_db()
        if sheet.status == Status.KEYED:
            raise KeyedAlready(sheet) from None
        raise NotAllowed(*rules.why_not_key(status=sheet.status)) from None


@transaction.atomic
def take(*, sheet: PaperSheet, by: Any, at: datetime) -> PaperSheet:
    """For a sheet that becomes something other than a session: call it where that is made, in its transaction."""
    _take(sheet, by, at)
    audit.record(verb="mentoring.sheet.keyed", by=by, at=at, subject=sheet)
    return sheet


@transaction.atomic
def void(*, sheet: PaperSheet, reason: str, by: Any, at: datetime) -> PaperSheet:
    """It was spoilt, or lost: nobody can type it in any more."""
    reason = clean(reason, lines=False)
    if reasons := rules.why_not_void(status=sheet.status, reason=reason):
        raise NotAllowed(*reasons)
    move(sheet, to=Status.VOID, frm={Status.PRINTED}, void_at=at, void_by=by, void_reason=reason)
    audit.record(
        verb="mentoring.sheet.cancelled", by=by, at=at, subject=sheet, about=sheet.match and sheet.match.person
    )
    return sheet
