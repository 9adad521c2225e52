"""Printing paper sheets, each with a code of its own."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.text import clean
from common.transitions import NotAllowed
from mentoring.models import Match, Mentor, PaperSheet
from mentoring.rules import sheets as rules
from places.models import Establishment, Team


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is to be printed. A match for one_to_one, a mentor and the group's name for a register; or none, blank."""

    kind: str
    team: Team
    match: Match | None = None
    mentor: Mentor | None = None
    group: str = ""
    establishment: Establishment | None = None
    large_print: bool = False


@transaction.atomic
def print_(*, wanted: Wanted, count: int, key: str, by: Any, at: datetime) -> list[PaperSheet]:
    """So many sheets, each with a code of its own. `key` comes with the form: sent again, it prints the same stack."""
    if earlier := _printed(key, by):
        return earlier
    if reasons := rules.why_not_print(count=count):
        raise NotAllowed(*reasons)
    columns = {name: getattr(wanted, name) for name in wanted.__dataclass_fields__}
    columns |= {"stack": key, "printed_at": at, "printed_by": by, "group": clean(wanted.group, lines=False)}
    try:
        with transaction.atomic():
            made = PaperSheet.objects.bulk_create(
                PaperSheet(code=rules.new_code(secrets.choice), place=place, **columns) for place in range(1, count + 1)
            )
    except IntegrityError:
        if earlier := _printed(key, by):
            return earlier
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    about = wanted.match.person if wanted.match else None
    audit.record(
        verb="mentoring.sheet.printed", by=by, at=at, subject=made[0], about=about, count=count, kind=wanted.kind
    )
    return made


def _printed(key: str, by: Any) -> list[PaperSheet]:
    return list(PaperSheet.objects.filter(stack=key, printed_by=by).order_by("place"))
