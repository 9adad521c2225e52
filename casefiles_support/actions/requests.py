"""Asking a holder for records: begun, changed, passed on, stopped, closed, opened again. Letters and replies move it on
the way (actions/letters.py, actions/replies.py, actions/facts.py).
"""

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from casefiles_support import entering
from casefiles_support.actions import duties, facts
from casefiles_support.models import AccessRequest, Holder, Journey
from casefiles_support.rules import requests as rules
from common.dates import local_day
from common.transitions import NotAllowed, change
from law.access_rules import ELSEWHERE
from people.models import Person

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


@transaction.atomic
def amend(*, request: AccessRequest, wish: Wish, seen: int, by: Any, at: datetime) -> AccessRequest:
    """They would like to see something else, or to get it elsewhere. What was agreed to is taken back first."""
    request = entering.locked(request)
    if request.status != Status.DRAFTING:
        raise NotAllowed("They have agreed to a letter that says this. Take the letter back first.")
    _refuse_if(_why_not_wish(request.journey, wish, at))
    change(request, seen=seen, **asdict(wish))
    _trail("files.request.amended", request, by, at)
    return request


@transaction.atomic
def authorise(*, request: AccessRequest, on: date, post: str, seen: int, by: Any, at: datetime) -> AccessRequest:
    """The governor allowed a disc or a stick: on what day, and which post said so."""
    if not post.strip():
        raise NotAllowed("Write both who allowed it and on what day.")
    if on > local_day(at):
        raise NotAllowed("The day cannot be in the future.")
    request = entering.locked(request)
    if request.status == Status.CLOSED:
        raise NotAllowed("This is closed. Open it again first.")
    change(request, seen=seen, authorised_on=on, authorised_by_post=post.strip())
    duties.fulfil(key=_format_again(request), by=by, at=at)
    _trail("files.request.authorised", request, by, at)
    return request


@transaction.atomic
def paper_only(*, request: AccessRequest, seen: int, by: Any, at: datetime) -> AccessRequest:
    """On paper after all. Where the letter has gone, the holder is told by another."""
    request = entering.locked(request)
    if request.status == Status.CLOSED or request.format == AccessRequest.Format.PAPER:
        raise NotAllowed("It is on paper already, or it is closed.")
    change(request, seen=seen, format=AccessRequest.Format.PAPER)
    duties.fulfil(key=_format_again(request), by=by, at=at)
    _trail("files.request.amended", request, by, at)
    return request


@transaction.atomic
def pass_on(
    *, request: AccessRequest, holder: Holder, on: date, basis: str, came_along: bool, key: str, by: Any, at: datetime
) -> AccessRequest:
    """The holder passed it on: its own time ends, and the other holder gets a request with a time of its own.

    `came_along`: our letter went with it, so that nothing more has to be sent.
    """
    if earlier := AccessRequest.objects.filter(opened_by=by, key=key).first():
        return earlier
    old = entering.locked(request)
    if old.status != Status.PASSED_ON:
        facts.add(request=old, kind="transferred", on=on, basis=basis, key=f"passed:{key}", by=by, at=at)
        old.refresh_from_db()
    wish = Wish(**{one.name: getattr(old, one.name) for one in fields(Wish)})
    new = begin(journey=old.journey, holder=holder, wish=wish, key=key, by=by, at=at, passed_on_from=old)
    if came_along:
        entering.go(new, "come_along")
    _trail("files.request.passed_on", old, by, at, to=new.ref)
    return new


@transaction.atomic
def ask_format_again(*, person: Person, by: Any, at: datetime) -> int:
    """They are in custody now: what was to come on a disc cannot reach them. Answers how many requests that is."""
    todo = AccessRequest.objects.filter(
        journey__person=person, status__in=rules.PREPARING | rules.UNDER_WAY, authorised_on=None,
    ).exclude(format=AccessRequest.Format.PAPER)  # fmt: skip
    if not entering.is_inside(person):
        return 0
    for request in todo.select_related("journey__person").order_by("pk"):
        duties.raise_duty(
            key=_format_again(request), kind="format_again", journey=request.journey, due_on=local_day(at),
            about_ref=request.ref, by=by, at=at,
        )  # fmt: skip
    return len(todo)


def _format_again(request: AccessRequest) -> str:
    return f"format:{request.ref}"


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
