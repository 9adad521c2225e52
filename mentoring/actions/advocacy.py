"""Asking for something on a person’s behalf, and not letting it go. Each step names the version it was taken on."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed, change, move
from mentoring.actions import tasks
from mentoring.models import AdvocacyEvent, AdvocacyIssue, Match
from mentoring.models.advocacy import Outcome
from mentoring.rules import advocacy as rules
from people.models import Person
from places.models import Post

Status, Kind = AdvocacyIssue.Status, AdvocacyEvent.Kind
BATCH = 500


@transaction.atomic
def open_issue(
    *,
    match: Match,
    what: str,
    hook: str,
    permission_how: str,
    permission_on: date,
    asked_on: date,
    key: str,
    by: Any,
    at: datetime,
    to_post: Post | None = None,
    to_words: str = "",
    answer_by: date | None = None,
) -> AdvocacyIssue:
    """Write down what was asked, of whom and on what ground; only with the person’s permission."""
    if earlier := AdvocacyIssue.objects.filter(opened_by=by, key=key).first():
        return earlier
    reasons = rules.why_not_open(
        asked_on=asked_on, answer_by=answer_by, permission_on=permission_on, today=local_day(at)
    )
    if to_post is None and not to_words.strip():
        reasons.append("Say who was asked: choose a post, or write who it is.")
    _refuse_if(reasons)
    new = AdvocacyIssue(
        person=match.person, match=match, what=what, hook=hook, to_post=to_post, to_words=to_words.strip(),
        permission_how=permission_how, permission_on=permission_on, asked_on=asked_on, key=key, opened_at=at,
        answer_by=answer_by or rules.look_again_on(hook=hook, asked_on=asked_on), opened_by=by,
    )  # fmt: skip
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        return AdvocacyIssue.objects.get(opened_by=by, key=key)  # the same form, sent twice at once
    _tell(new, Kind.ASKED, asked_on, new.who, by, at)
    audit.record(verb="mentoring.advocacy.opened", by=by, at=at, subject=new, about=new.person, hook=hook)
    return new


@transaction.atomic
def chase(
    *, issue: AdvocacyIssue, on: date, text: str, answer_by: date, seen: int, by: Any, at: datetime
) -> AdvocacyIssue:
    """Ask again, and say when to look again."""
    if answer_by < on:
        raise NotAllowed("The next day to look cannot be before the day you asked again.")
    _allowed(issue, "chase", on, at)
    _settle_task(issue, by, at)
    change(issue, seen=seen, chased_on=on, answer_by=answer_by)
    _tell(issue, Kind.CHASED, on, text, by, at)
    audit.record(verb="mentoring.advocacy.chased", by=by, at=at, subject=issue, about=issue.person)
    return issue


@transaction.atomic
def answer(*, issue: AdvocacyIssue, on: date, text: str, seen: int, by: Any, at: datetime) -> AdvocacyIssue:
    """What they answered. It may still be closed, or taken further."""
    if not text.strip():
        raise NotAllowed("Write down what they answered.")
    _allowed(issue, "answer", on, at)
    change(issue, seen=seen)
    move(issue, to=Status.ANSWERED, frm={Status.OPEN, Status.ESCALATED})
    _settle_task(issue, by, at)
    _tell(issue, Kind.ANSWERED, on, text, by, at)
    audit.record(verb="mentoring.advocacy.answered", by=by, at=at, subject=issue, about=issue.person)
    return issue


@transaction.atomic
def escalate(
    *,
    issue: AdvocacyIssue,
    on: date,
    to_words: str,
    hook: str,
    text: str,
    seen: int,
    by: Any,
    at: datetime,
    answer_by: date | None = None,
) -> AdvocacyIssue:
    """Take it to somebody above, as often as need be: COMP1, then COMP1A, then the Ombudsman."""
    if not to_words.strip():
        raise NotAllowed("Say who it goes to now.")
    if answer_by is not None and answer_by < on:
        raise NotAllowed("The answer cannot be due before it was asked.")
    _allowed(issue, "escalate", on, at)
    _settle_task(issue, by, at)
    when = answer_by or rules.look_again_on(hook=hook, asked_on=on)
    change(issue, seen=seen, to_words=to_words.strip(), hook=hook, answer_by=when)
    move(issue, to=Status.ESCALATED, frm={Status.OPEN, Status.ANSWERED, Status.ESCALATED})
    _tell(issue, Kind.ESCALATED, on, f"{to_words.strip()}. {text}".strip(), by, at)
    audit.record(verb="mentoring.advocacy.escalated", by=by, at=at, subject=issue, about=issue.person, hook=hook)
    return issue


@transaction.atomic
def close(
    *, issue: AdvocacyIssue, outcome: str, on: date, text: str, seen: int, by: Any, at: datetime
) -> AdvocacyIssue:
    """What came of it. It is kept."""
    if outcome not in Outcome.values or outcome == Outcome.DIED:
        raise NotAllowed("Choose what came of it.")
    _allowed(issue, "close", on, at)
    _refuse_if(rules.why_not_outcome(outcome=outcome, status=issue.status))
    change(issue, seen=seen)
    _close(issue, outcome, on, text, by, at)
    return issue


@transaction.atomic
def take_back(*, issue: AdvocacyIssue, seen: int, by: Any, at: datetime) -> AdvocacyIssue:
    """The person does not want anybody to ask for them any more. It can then only be answered and closed."""
    if issue.is_closed or issue.permission_taken_back_at is not None:
        raise NotAllowed("Nothing is being asked for them here any more.")
    change(issue, seen=seen, permission_taken_back_at=at)
    _settle_task(issue, by, at)
    _tell(issue, Kind.TAKEN_BACK, local_day(at), "", by, at)
    audit.record(verb="mentoring.advocacy.taken_back", by=by, at=at, subject=issue, about=issue.person)
    return issue


@transaction.atomic
def stop_all(*, person: Person, by: Any, at: datetime) -> None:
    """The person died: nothing more is asked, and nobody is reminded."""
    for issue in AdvocacyIssue.objects.unfinished().filter(person=person):
        _close(issue, Outcome.DIED, local_day(at), "", by, at)


@transaction.atomic
def raise_overdue(*, by: Any, at: datetime) -> int:
    """Ask each team to look at what was not answered in time; answers how many are overdue."""
    today = local_day(at)
    late = AdvocacyIssue.objects.overdue(today).filter(permission_taken_back_at=None)
    found = list(late.select_related("person__team", "match__mentor").order_by("answer_by", "pk")[:BATCH])
    for issue in found:
        tasks.raise_task(
            key=_task(issue), kind="advocacy_overdue", team=issue.person.team, due_on=today, person=issue.person,
            match=issue.match, mentor=issue.match.mentor if issue.match else None, by=by, at=at,
        )  # fmt: skip
    return len(found)


def _close(issue: AdvocacyIssue, outcome: str, on: date, text: str, by: Any, at: datetime) -> None:
    frm = {Status.OPEN, Status.ANSWERED, Status.ESCALATED}
    move(issue, to=Status.CLOSED, frm=frm, outcome=outcome, closed_on=on)
    _settle_task(issue, by, at)
    _tell(issue, Kind.CLOSED, on, text, by, at)
    audit.record(
        verb="mentoring.advocacy.closed", by=by, at=at, subject=issue, about=issue.person, outcome=str(outcome)
    )


def _allowed(issue: AdvocacyIssue, verb: str, on: date, at: datetime) -> None:
    permitted = issue.permission_taken_back_at is None
    _refuse_if(
        rules.why_not_go_on(
            verb=verb, status=issue.status, permitted=permitted, on=on, asked_on=issue.asked_on, today=local_day(at)
        )
    )


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)


def _tell(issue: AdvocacyIssue, kind: str, on: date, text: str, by: Any, at: datetime) -> None:
    AdvocacyEvent.objects.create(issue=issue, kind=kind, on=on, text=text, written_at=at, written_by=by)


def _task(issue: AdvocacyIssue) -> str:
    return f"advocacy:{issue.ref}:{issue.answer_by}"


def _settle_task(issue: AdvocacyIssue, by: Any, at: datetime) -> None:
    tasks.settle(key=_task(issue), by=by, at=at)
