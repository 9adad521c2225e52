"""Asking a holder for records: begun, changed, passed on, stopped, closed, opened again. Letters and replies move it on
the way (actions/letters.py, actions/replies.py, actions/facts.py).
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import entering
from casefiles_support.models import AccessRequest, Holder, Journey
from casefiles_support.rules import requests as rules
from common.dates import local_day
from common.transitions import NotAllowed
from law.access_rules import ELSEWHERE

Status = AccessRequest.Status


@dataclass(frozen=True)
class Wish:
    """What the person would like to see, how, and where it should go."""

    scope: str
    deliver_to: str
    years_from: int | None = None
    years_to: int | None = None
    wants_photographs: bool = True
    wants_letters: bool = True
    wants_life_story: bool = True
    format: str = AccessRequest.Format.PAPER
    authorised_on: date | None = None
    authorised_by_post: str = ""


@transaction.atomic
def begin(
    *, journey: Journey, holder: Holder, wish: Wish, key: str, by: Any, at: datetime,
    passed_on_from: AccessRequest | None = None,
) -> AccessRequest:  # fmt: skip
    """One request to one holder, with a clock of its own. Nobody is asked why."""
    if earlier := AccessRequest.objects.filter(opened_by=by, key=key).first():
        return earlier
    _refuse_if([*_why_not_begin(journey, holder), *_why_not_wish(journey, wish, at)])
    new = AccessRequest(
        journey=journey, holder=holder, passed_on_from=passed_on_from, key=key, opened_at=at, opened_by=by,
        **asdict(wish),
    )  # fmt: skip
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError as clash:
        if earlier := AccessRequest.objects.filter(opened_by=by, key=key).first():
            return earlier  # the same form, sent twice at once
        raise NotAllowed("There is a request to this holder already.") from clash
    _trail("files.request.begun", new, by, at, holder=holder.ref)
    return new


def _why_not_begin(journey: Journey, holder: Holder) -> list[str]:
    there = AccessRequest.objects.filter(journey=journey, holder=holder).values_list("status", flat=True)
    return rules.why_not_begin(
        journey_open=journey.status != Journey.Status.CLOSED, elsewhere=ELSEWHERE.get(holder.regime, ""),
        holder_closed=holder.closed_on is not None, successor=str(holder.successor or ""), states_there=there,
    )  # fmt: skip


def _why_not_wish(journey: Journey, wish: Wish, at: datetime) -> list[str]:
    on = local_day(at)
    reasons = rules.why_not_years(years_from=wish.years_from, years_to=wish.years_to, on=on)
    if (wish.authorised_on is None) != (not wish.authorised_by_post):
        reasons.append("Write both who allowed it and on what day.")
    inside = entering.is_inside(journey.person)
    form = rules.why_not_format(form=wish.format, in_custody=inside, authorised_on=wish.authorised_on, on=on)
    return [*reasons, *form]


def _trail(verb: str, request: AccessRequest, by: Any, at: datetime, **detail: Any) -> None:
    audit.record(verb=verb, by=by, at=at, subject=request, about=request.journey.person, **detail)


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
