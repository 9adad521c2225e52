"""What can happen to a paper sheet: it is typed in, once, or cancelled.

A session and an asking are made here. What else a sheet may become takes it where it is made, by its code: see
`referrals.submit` and `interests.tell`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.sheet_codes import tidy_code
from common.text import clean
from common.transitions import NotAllowed, Stale, move
from mentoring.actions import guests, registers, sessions
from mentoring.actions.registers import Row
from mentoring.actions.sessions import Details, Worry
from mentoring.models import Group, Match, Mentor, PaperSheet, Session
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
    return _keyed(
        sheet, mentor, details, written_on, key, by, at,
        lambda: sessions.record(mentor=mentor, details=details, marks=marks, key=key, worry=worry, by=by, at=at),
    )  # fmt: skip


@transaction.atomic
def key_register(
    *,
    sheet: PaperSheet,
    mentor: Mentor,
    group: Group | None,
    details: Details,
    rows: Sequence[Row],
    written_on: date,
    key: str,
    by: Any,
    at: datetime,
    worry: Worry | None = None,
    worry_about: Person | None = None,
    names_by_hand: str = "",
) -> Session:
    """The sheet becomes the register of its group, as the one on the screen does. Whoever was written on an empty row
    is kept by name, and the team is asked who that is.
    """
    names = rules.names_of(clean(names_by_hand))
    session = _keyed(
        sheet, mentor, details, written_on, key, by, at,
        lambda: registers.take(
            mentor=mentor, group=group, details=details, rows=rows, key=key, worry=worry, worry_about=worry_about,
            guests=len(names), by=by, at=at,
        ),
    )  # fmt: skip
    if names and not sheet.names_by_hand:
        guests.keep(sheet=sheet, names=names, by=by, at=at)
    return session


def _keyed(
    sheet: PaperSheet,
    mentor: Mentor,
    details: Details,
    written_on: date,
    key: str,
    by: Any,
    at: datetime,
    made: Callable[[], Session],
) -> Session:
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
    session = made()
    Session.objects.filter(pk=session.pk).update(
        sheet=sheet, on_behalf_of=mentor, written_on=written_on, transcribed_at=at, transcribed_by=by
    )
    session.refresh_from_db()
    first = session.attendance.select_related("person").order_by("pk")[0]
    audit.record(verb="mentoring.sheet.keyed", by=by, at=at, subject=sheet, about=first.person, session=session.ref)
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


def _take(sheet: PaperSheet, by: Any, at: datetime, **changes: Any) -> None:
    """Of several who type the same sheet in, one gets it; the others wait for that one, and are told."""
    try:
        move(sheet, to=Status.KEYED, frm={Status.PRINTED}, keyed_at=at, keyed_by=by, **changes)
    except NotAllowed:
        sheet.refresh_from_db()
        if sheet.status == Status.KEYED:
            raise KeyedAlready(sheet) from None
        raise NotAllowed(*rules.why_not_key(status=sheet.status)) from None


@transaction.atomic
def take_by_code(*, code: str, kind: str, written_on: date | None, by: Any, at: datetime) -> PaperSheet | None:
    """The sheet of that kind with this code, which is typed in from now on; None for a number that is none of ours.

    Call it where what it becomes is made, in that transaction. Raises KeyedAlready, or NotAllowed with the reason.
    """
    sheet = PaperSheet.objects.filter(code=tidy_code(code)).first() if code else None
    if sheet is None:
        return None
    reasons = [] if sheet.kind == kind else ["This is the code of a sheet of another kind. Look at it again."]
    reasons += rules.why_not_dated(written_on=written_on, today=local_day(at)) if written_on else []
    if reasons:
        raise NotAllowed(*reasons)
    _take(sheet, by, at, written_on=written_on)
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
