"""Putting somebody forward for a mentor: begun, agreed, sent."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.sealed import blind_index
from common.text import clean, fold
from common.transitions import NotAllowed, move
from law.working_days import next_working_day
from mentoring.actions import sheets, tasks
from mentoring.models import PaperSheet, Referral
from mentoring.models.referral_choices import Way, Wish
from mentoring.rules import referrals as rules
from people.rules.persons import problems, tidy_number
from places.models import Establishment

Status = Referral.Status


@dataclass(frozen=True, kw_only=True)
class Details:
    """What is told about somebody. Only the name is needed; the rest helps."""

    preferred_name: str
    source: str
    care: str
    where: str
    family_name: str = ""
    born_on: date | None = None
    prison_number: str = ""
    crn: str = ""
    establishment: Establishment | None = None
    place_note: str = ""
    reach: str = ""
    wishes: Sequence[str] = ()
    asked_for: str = ""
    referrer_name: str = ""
    referrer_contact: str = ""
    sheet: str = ""


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """The person's own permission: how, on which day, and to whom they said so."""

    how: str
    on: date | None
    whom: str = ""


@transaction.atomic
def begin(*, details: Details, key: str, by: Any, at: datetime, way: str = "") -> Referral:
    """Begin to put somebody forward. Only its writer sees it. The same form sent again is the same referral. `way` says
    how it came, where whoever types it in is not whoever asks.
    """
    if earlier := Referral.objects.filter(key=key, made_by=by).first():
        return earlier
    way = way or (Way.PUBLIC if by is None else Way.PAPER if details.sheet else Way.SIGNED_IN)
    try:
        with transaction.atomic():
            referral = Referral.objects.create(key=key, way=way, made_at=at, made_by=by, **_columns(details, at))
    except IntegrityError:
        return Referral.objects.get(key=key, made_by=by)
    audit.record(verb="mentoring.referral.begun", by=by, at=at, subject=referral, source=str(details.source))
    return referral


@transaction.atomic
def record_permission(*, referral: Referral, agreed: Agreed, by: Any, at: datetime) -> Referral:
    """The person said yes: how, when and to whom. Until then nobody but its writer may read a word of it."""
    today = local_day(at)
    _refuse_if(rules.why_not_agreed(how=agreed.how, agreed_on=agreed.on, today=today, source=referral.source))
    said = {"agreed_how": agreed.how, "agreed_on": agreed.on, "agreed_with": clean(agreed.whom, lines=False)}
    move(referral, to=Status.PERMISSION_RECORDED, frm={Status.DRAFT}, agreed_recorded_at=at, **said)
    audit.record(verb="mentoring.referral.permission", by=by, at=at, subject=referral, how=str(agreed.how))
    return referral


@transaction.atomic
def submit(*, referral: Referral, by: Any, at: datetime, written_on: date | None = None) -> Referral:
    """Send it to the coordinators: teams are asked to take it by the next working day, until one does. From
    a paper sheet of ours it goes to the team that printed it, and the sheet is typed in from now on; a sheet that was
    typed in before raises KeyedAlready.
    """
    sheet = sheets.take_by_code(
        code=referral.sheet, kind=PaperSheet.Kind.REFERRAL, written_on=written_on or referral.agreed_on, by=by, at=at
    )
    team = {"team": sheet.team} if sheet else {}
    move(referral, to=Status.SUBMITTED, frm={Status.PERMISSION_RECORDED}, submitted_at=at, **team)
    if sheet:
        PaperSheet.objects.filter(pk=sheet.pk).update(referral=referral)
    tasks.raise_task(
        key=rules.task_of(referral.ref), kind="referral_to_take", team=sheet.team if sheet else None,
        due_on=next_working_day(local_day(at)), by=by, at=at,
    )  # fmt: skip
    audit.record(verb="mentoring.referral.sent", by=by, at=at, subject=referral)
    return referral


@transaction.atomic
def ask(
    *, details: Details, agreed: Agreed, key: str, by: Any, at: datetime, written_on: date | None = None, way: str = ""
) -> Referral:
    """All of it at once, as from a public form or from paper: begun, agreed and sent, or nothing at all."""
    referral = begin(details=details, key=key, way=way, by=by, at=at)
    if referral.status == Status.DRAFT:
        record_permission(referral=referral, agreed=agreed, by=by, at=at)
        submit(referral=referral, written_on=written_on, by=by, at=at)
    return referral


@transaction.atomic
def discard(*, referral: Referral, by: Any, at: datetime) -> None:
    """Its writer throws away what was never sent."""
    if not Referral.objects.unsent().filter(pk=referral.pk).delete()[0]:
        raise NotAllowed("This was sent already.")
    audit.record(verb="mentoring.referral.discarded", by=by, at=at, detail_ref=referral.ref)


@transaction.atomic
def purge(*, by: Any, at: datetime) -> int:
    """Let go of those that nobody sent for thirty days; answers how many."""
    old = Referral.objects.unsent().filter(made_at__lt=at - rules.KEPT_UNSENT)
    count, _ = old.delete()
    if count:
        audit.record(verb="mentoring.referral.purged", by=by, at=at, count=count)
    return count


def _columns(details: Details, at: datetime) -> dict[str, Any]:
    """Cleaned, with the indexes by which staff later see whether somebody may be here already."""
    said = {one.name: getattr(details, one.name) for one in fields(details)}
    number, crn = tidy_number(details.prison_number), tidy_number(details.crn)
    name, family = clean(details.preferred_name, lines=False), clean(details.family_name, lines=False)
    born, today = details.born_on, local_day(at)
    _refuse_if(list(problems(preferred_name=name, born_on=born, prison_number=number, crn=crn, today=today).values()))
    lines = {key: clean(said[key], lines=False) for key in ("place_note", "referrer_name", "referrer_contact", "sheet")}
    return said | lines | {
        "preferred_name": name,
        "family_name": family,
        "family_name_index": blind_index(fold(family), kind="family_name"),
        "born_on": born.isoformat() if born else "",
        "prison_number": number,
        "prison_number_index": blind_index(number, kind="prison_number"),
        "crn": crn,
        "crn_index": blind_index(crn, kind="crn"),
        "reach": clean(details.reach),
        "asked_for": clean(details.asked_for),
        "wishes": [wish for wish in Wish.values if wish in details.wishes],
    }  # fmt: skip


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
