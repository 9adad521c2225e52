"""Whoever came to a group and stood on no list: their names were written by hand on the register’s empty rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.fields import sealed_for_update
from common.transitions import NotAllowed
from mentoring.actions import tasks
from mentoring.models import Attendance, Match, PaperSheet, Session
from mentoring.rules import guests as rules
from mentoring.rules.sheets import why_not_names
from people.models import Person

SOON = timedelta(days=7)


@dataclass(frozen=True, kw_only=True)
class Guest:
    """One name as it was written, who that is (None: nobody here knows), and how they came."""

    name: str
    person: Person | None = None
    mark: str = Attendance.Mark.ATTENDED


def _task(sheet: PaperSheet) -> str:
    return f"names:{sheet.ref}"


@transaction.atomic
def keep(*, sheet: PaperSheet, names: Sequence[str], by: Any, at: datetime) -> PaperSheet:
    """Keep the names as they were written, and ask the team who they are."""
    if reasons := why_not_names(names=names):
        raise NotAllowed(*reasons)
    _set(sheet, names_by_hand="\n".join(names))
    tasks.raise_task(
        key=_task(sheet), kind="names_on_register", team=sheet.team, due_on=local_day(at) + SOON, by=by, at=at
    )
    return sheet


@transaction.atomic
def tell(*, sheet: PaperSheet, guests: Sequence[Guest], by: Any, at: datetime) -> Session:
    """Say who they are. Those whom we know are on the register from now on; the other names stay on the sheet."""
    session = Session.objects.select_related("group", "mentor").get(sheet=sheet)
    known = [guest for guest in guests if guest.person]
    people = [guest.person for guest in known if guest.person]
    if reasons := _reasons(session, people):
        raise NotAllowed(*reasons)
    waiting = PaperSheet.objects.filter(pk=sheet.pk, names_told_at=None).exclude(names_by_hand="")
    if not waiting.update(names_told_at=at, names_told_by=by):
        raise NotAllowed("Somebody has said already who they are.")
    _set(sheet, names_by_hand="\n".join(guest.name for guest in guests if guest.person is None))
    matches = {m.person_id: m for m in Match.objects.open().filter(mentor=session.mentor, person__in=people)}
    Attendance.objects.bulk_create(
        Attendance(
            session=session, person=guest.person, match=matches.get(guest.person.pk),
            mark=guest.mark if session.happened else Attendance.Mark.NOT_ATTENDED, cause=session.cause,
        )
        for guest in known if guest.person
    )  # fmt: skip
    tasks.settle(key=_task(sheet), by=by, at=at)
    for person in people:
        audit.record(verb="mentoring.register.guest_added", by=by, at=at, subject=session, about=person)
    audit.record(
        verb="mentoring.register.guests_told", by=by, at=at, subject=sheet, known=len(known),
        unknown=len(guests) - len(known),
    )  # fmt: skip
    return session


def _reasons(session: Session, people: Sequence[Person]) -> list[str]:
    """A guest of a group belongs to its team; without a group, everybody on a register is matched with its mentor."""
    pks = [person.pk for person in people]
    matched = Match.objects.filter(mentor=session.mentor, person__in=pks).values_list("person", flat=True)
    return rules.why_not_guests(
        twice=len(set(pks)) < len(pks),
        there=session.attendance.filter(person__in=pks).exists(),
        holds=session.mentor.person_id in pks,
        same_team=all(person.team_id == session.team_id for person in people),
        matched=session.group is not None or set(pks) <= set(matched),
    )


def _set(sheet: PaperSheet, **columns: Any) -> None:
    PaperSheet.objects.filter(pk=sheet.pk).update(**sealed_for_update(sheet, columns))
    sheet.refresh_from_db()
