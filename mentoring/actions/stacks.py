"""Printing paper sheets, each with a code of its own."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.sheet_codes import new_code
from common.text import clean
from common.transitions import NotAllowed
from mentoring.actions import sheets
from mentoring.models import Group, Match, Mentor, PaperSheet
from mentoring.rules import sheets as rules
from places.models import Establishment, Team

NOT_YOURS = "This form belongs to somebody else. Start a new one."


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be printed. A match for one_to_one; for a register a group, or a mentor and what it is called; or none
    of these, blank.
    """

    kind: str
    team: Team
    match: Match | None = None
    mentor: Mentor | None = None
    group: str = ""
    of_group: Group | None = None
    establishment: Establishment | None = None
    large_print: bool = False


@transaction.atomic
def print_(*, wanted: Wanted, count: int, key: str, by: Any, at: datetime) -> list[PaperSheet]:
    """So many sheets, each with a code of its own. `key` comes with the form: sent again, it prints the same stack."""
    if earlier := _printed(key, by):
        return earlier
    if reasons := rules.why_not_print(count=count):
        raise NotAllowed(*reasons)
    try:
        with transaction.atomic():
            made = _make(wanted, count, key, by, at)
    except IntegrityError:
        if earlier := _printed(key, by):
            return earlier
        raise NotAllowed(NOT_YOURS) from None
    about = wanted.match.person if wanted.match else None
    audit.record(
        verb="mentoring.sheet.printed", by=by, at=at, subject=made[0], about=about, count=count, kind=wanted.kind
    )
    return made


@transaction.atomic
def print_again(*, sheet: PaperSheet, reason: str, key: str, by: Any, at: datetime) -> PaperSheet:
    """Another sheet for one that was spoilt or lost, whose code is worth nothing from now on."""
    if earlier := _printed(key, by):
        return earlier[0]
    sheets.void(sheet=sheet, reason=reason, by=by, at=at)
    wanted = Wanted(**{name: getattr(sheet, name) for name in Wanted.__dataclass_fields__})
    try:
        with transaction.atomic():
            new = _make(wanted, 1, key, by, at, instead_of=sheet)[0]
    except IntegrityError:
        raise NotAllowed(NOT_YOURS) from None
    about = sheet.match.person if sheet.match else None
    audit.record(verb="mentoring.sheet.printed_again", by=by, at=at, subject=new, about=about, instead_of=sheet.ref)
    return new


@transaction.atomic
def give_code(*, kind: str, team: Team, key: str, by: Any, at: datetime) -> PaperSheet:
    """A code for a sheet from the public pages, which came without one. It is written on the paper, so that the paper
    is typed in once.
    """
    if earlier := _printed(key, by):
        return earlier[0]
    if reasons := rules.why_not_give_code(kind=kind):
        raise NotAllowed(*reasons)
    try:
        with transaction.atomic():
            sheet = _make(Wanted(kind=kind, team=team), 1, key, by, at, came_without_code=True)[0]
    except IntegrityError:
        if earlier := _printed(key, by):
            return earlier[0]
        raise NotAllowed(NOT_YOURS) from None
    audit.record(verb="mentoring.sheet.given_code", by=by, at=at, subject=sheet, kind=kind)
    return sheet


def _make(wanted: Wanted, count: int, key: str, by: Any, at: datetime, **columns: Any) -> list[PaperSheet]:
    columns |= {name: getattr(wanted, name) for name in wanted.__dataclass_fields__}
    columns |= {"stack": key, "printed_at": at, "printed_by": by, "group": clean(wanted.group, lines=False)}
    return PaperSheet.objects.bulk_create(
        PaperSheet(code=new_code(secrets.choice), place=place, **columns) for place in range(1, count + 1)
    )


def _printed(key: str, by: Any) -> list[PaperSheet]:
    return list(PaperSheet.objects.filter(stack=key, printed_by=by).order_by("place"))
