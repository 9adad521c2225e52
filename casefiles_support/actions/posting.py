"""A letter on its way: printed, handed in, posted, received. Three days, because in prison they are three."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from audit import actions as audit
from casefiles_support import entering, owing
from casefiles_support.actions import by_letter, duties, facts
from casefiles_support.leaving import why_not_leave
from casefiles_support.models import AccessRequest, Duty, Fact, Letter
from casefiles_support.rules import letters as rules
from common.dates import local_day
from common.transitions import NotAllowed, change, move

Status, Stands, Kind = Letter.Status, AccessRequest.Status, Fact.Kind
# After this long without a word somebody asks whether it came.
CONFIRM_WITHIN = timedelta(days=14)
# Which duty it does to send one of these letters.
OWED = {
    "clarification": "answer_the_question",
    "receipt": "confirm_receipt",
    "late": "holder_is_late",
    "extension": "extension_not_valid",
    "authority_ended": "tell_holder_withdrawn",
}
# What it tells the clock when they have one of these letters, and only where the request waits for it.
ARRIVED = {
    rules.REQUEST: (Kind.RECEIVED, Stands.SENT),
    "clarification": (Kind.CLARIFICATION_ANSWERED, Stands.PAUSED),
    "identity": (Kind.ID_RECEIVED, Stands.WAITING_FOR_PROOF),
    "authority": (Kind.AUTHORITY_RECEIVED, Stands.WAITING_FOR_PROOF),
}


@transaction.atomic
def print_(*, letter: Letter, by: Any, at: datetime) -> Letter:
    """Put on paper, as often as a printer needs. What the person adds in their own words is printed and not kept."""
    request = _request(letter)
    letter.refresh_from_db()
    _refuse_if(why_not_leave(letter, request, on=local_day(at)))
    again = letter.status == Status.PRINTED
    move(letter, to=Status.PRINTED, frm={Status.PRINTED if again else Status.CHECKED}, printed_at=at)
    audit.record(
        verb="files.letter.printed_again" if again else "files.letter.printed", by=by, at=at, subject=letter,
        about=letter.journey.person, request=request.ref,
    )  # fmt: skip
    return letter


@transaction.atomic
def send(
    *, letter: Letter, by: Any, at: datetime, handed_in_on: date | None = None, posted_on: date | None = None
) -> Letter:
    """Handed in to be posted, or posted. What is enclosed with a request goes with it."""
    request = _request(letter)
    _refuse_if([*_why_not_days(letter, handed_in_on, posted_on, at), *why_not_leave(letter, request, on=local_day(at))])
    if rules.LETTERS[letter.template].enclosed and request.status in rules.PREPARING:
        raise NotAllowed("This goes with the request. Send the request, and it is sent with it.")
    days = {"handed_in_on": handed_in_on, "posted_on": posted_on}
    move(letter, to=Status.SENT, frm={Status.PRINTED}, **days)
    sent_on = posted_on or handed_in_on
    if letter.template == rules.REQUEST:
        _enclose(request, days)
        entering.go(request, "send")
        _tell_clock(request, letter, days, by, at)
        duties.raise_duty(
            key=owing.receipt(request), kind="confirm_receipt", journey=request.journey, about_ref=request.ref,
            due_on=(sent_on or local_day(at)) + CONFIRM_WITHIN, by=by, at=at,
        )  # fmt: skip
    if letter.template in {rules.REQUEST, "identity"}:
        request.proofs.filter(sent_on=None).update(sent_on=sent_on)
    _do_what_is_owed(request, letter, by, at)
    by_letter.ask(letter=letter, request=request, on=sent_on or local_day(at), by=by, at=at)
    audit.record(
        verb="files.letter.sent", by=by, at=at, subject=letter, about=letter.journey.person, request=request.ref
    )
    return letter


@transaction.atomic
def post(*, letter: Letter, posted_on: date, seen: int, by: Any, at: datetime) -> Letter:
    """It was handed in before, and has been posted now."""
    request = _request(letter)
    if letter.status != Status.SENT or letter.posted_on is not None:
        raise NotAllowed("Only a letter that was handed in can be posted, and once.")
    _refuse_if(_why_not_days(letter, letter.handed_in_on, posted_on, at))
    change(letter, seen=seen, posted_on=posted_on)
    if letter.template == rules.REQUEST:
        _tell_clock(request, letter, {"posted_on": posted_on}, by, at)
    audit.record(
        verb="files.letter.posted", by=by, at=at, subject=letter, about=letter.journey.person, request=request.ref
    )
    return letter


@transaction.atomic
def receive(*, letter: Letter, on: date, basis: str, seen: int, by: Any, at: datetime) -> Letter:
    """They have it: as they say, as the post can prove, or as we assume."""
    request = _request(letter)
    if letter.status != Status.SENT:
        raise NotAllowed("Only a letter that was sent can have come.")
    if letter.received_on is not None:
        raise NotAllowed("It is written down already that this came.")
    if on > local_day(at) or on < min(day for day in (letter.handed_in_on, letter.posted_on) if day):
        raise NotAllowed("The day is between the day when it was sent and today.")
    change(letter, seen=seen, received_on=on)
    kind, waits = ARRIVED.get(letter.template, ("", ""))
    if kind and request.status == waits:
        key = f"letter:{letter.ref}:received"
        facts.add(request=request, kind=kind, on=on, basis=basis, key=key, by=by, at=at)
        request.refresh_from_db()
    if letter.template == rules.REQUEST and basis != Fact.Basis.ASSUMED:
        duties.settle(key=owing.receipt(request), by=by, at=at)
    by_letter.arrive(letter=letter, request=request, on=on, basis=basis, by=by, at=at)
    audit.record(
        verb="files.letter.received", by=by, at=at, subject=letter, about=letter.journey.person, request=request.ref,
        stands=request.status,
    )  # fmt: skip
    return letter


def _why_not_days(letter: Letter, handed_in_on: date | None, posted_on: date | None, at: datetime) -> list[str]:
    days = [day for day in (handed_in_on, posted_on) if day]
    if not days:
        return ["Write the day on which it was handed in, or the day on which it was posted."]
    reasons = []
    if max(days) > local_day(at):
        reasons.append("The day cannot be in the future.")
    if letter.printed_at and min(days) < local_day(letter.printed_at):
        reasons.append("The day is before the letter was printed.")
    if handed_in_on and posted_on and posted_on < handed_in_on:
        reasons.append("It cannot be posted before it was handed in.")
    return reasons


def _enclose(request: AccessRequest, days: dict[str, date | None]) -> None:
    enclosed = [code for code, kind in rules.LETTERS.items() if kind.enclosed]
    printed = Letter.objects.filter(request=request, template__in=enclosed, status=Status.PRINTED)
    for one in printed.order_by("pk"):
        move(one, to=Status.SENT, frm={Status.PRINTED}, **days)


def _do_what_is_owed(request: AccessRequest, letter: Letter, by: Any, at: datetime) -> None:
    """What the programme owed about this request, and this letter does."""
    kind = OWED.get(letter.template)
    owed = Duty.objects.open().filter(journey=request.journey_id, about_ref=request.ref, kind=kind).order_by("pk")
    for key in list(owed.values_list("key", flat=True)):
        duties.fulfil(key=key, by=by, at=at)


def _tell_clock(request: AccessRequest, letter: Letter, days: dict[str, date | None], by: Any, at: datetime) -> None:
    for kind, name in ((Kind.HANDED_IN, "handed_in_on"), (Kind.POSTED, "posted_on")):
        if day := days.get(name):
            key = f"letter:{letter.ref}:{kind}"
            facts.add(request=request, kind=kind, on=day, basis=Fact.Basis.LETTER, key=key, by=by, at=at)


def _request(letter: Letter) -> AccessRequest:
    if letter.request is None:
        raise NotAllowed("This letter belongs to no request.")
    return entering.locked(letter.request)


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)
