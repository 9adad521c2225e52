"""Keeping two people apart: proposed, confirmed by a safeguarding lead, lifted."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from accounts.roles import Role
from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import covers, matches, tasks
from mentoring.models import Facilitator, Match, MatchBlock, Member, Mentor
from mentoring.models.match_steps import PauseReason, What
from people.models import Person

Status = MatchBlock.Status
TAKEN_BACK = "Taken back"


@transaction.atomic
def make(
    *,
    person: Person,
    other: Person | None,
    kind: str,
    reason: str,
    key: str,
    by: Any,
    at: datetime,
    other_name: str = "",
) -> MatchBlock:
    """Say that two people must not be matched. It holds at once; from anybody but a lead it waits for one to look.

    Where `other` is not known here, `other_name` says who is meant. What is open between the two stops in this moment.
    """
    if earlier := MatchBlock.objects.filter(made_by=by, key=key).first():
        return earlier
    reason, other_name = clean(reason).strip(), "" if other else clean(other_name, lines=False)
    _refuse_unless(reason, person, other, other_name)
    sure = other is not None and by.has_role(Role.SAFEGUARDING_LEAD)
    try:
        with transaction.atomic():
            block = MatchBlock.objects.create(
                person=person, other=other, other_name=other_name, kind=kind, reason=reason, key=key,
                status=Status.STANDING if sure else Status.PROPOSED, made_at=at, made_by=by,
                confirmed_at=at if sure else None, confirmed_by=by if sure else None,
            )  # fmt: skip
    except IntegrityError:
        return MatchBlock.objects.get(made_by=by, key=key)
    met = _stop_what_is_open(person, other, by, at) or _share_a_group(person, other) if other is not None else False
    if met or not sure:
        _ask_lead(block, by, at)
    audit.record(verb="mentoring.match_block.made", by=by, at=at, subject=block, about=person)
    return block


@transaction.atomic
def confirm(*, block: MatchBlock, other: Person, by: Any, at: datetime) -> MatchBlock:
    """A lead has looked: it stands. `other` is who is meant."""
    if other.pk == block.person_id:
        raise NotAllowed("Choose the other person.")
    move(block, to=Status.STANDING, frm={Status.PROPOSED}, other=other, confirmed_at=at, confirmed_by=by)
    _stop_what_is_open(block.person, other, by, at)
    tasks.settle(key=f"match_block:{block.ref}", by=by, at=at)
    if _share_a_group(block.person, other):
        _ask_lead(block, by, at, ":group")
    audit.record(verb="mentoring.match_block.confirmed", by=by, at=at, subject=block, about=block.person)
    return block


@transaction.atomic
def lift(*, block: MatchBlock, because: str, by: Any, at: datetime) -> MatchBlock:
    """They may be matched again. What was paused stays paused until somebody takes it up."""
    because = clean(because).strip()
    if not because:
        raise NotAllowed("Say why they no longer need to be kept apart.")
    frm = {Status.PROPOSED, Status.STANDING}
    move(block, to=Status.LIFTED, frm=frm, lifted_at=at, lifted_by=by, lifted_because=because)
    tasks.settle(key=f"match_block:{block.ref}", by=by, at=at)
    audit.record(verb="mentoring.match_block.lifted", by=by, at=at, subject=block, about=block.person)
    return block


def _refuse_unless(reason: str, person: Person, other: Person | None, other_name: str) -> None:
    wrong = [] if reason else ["Say why they must be kept apart."]
    if other is None and not other_name:
        wrong.append("Say who the other person is.")
    if other is not None and other.pk == person.pk:
        wrong.append("Choose the other person.")
    if wrong:
        raise NotAllowed(*wrong)


def _ask_lead(block: MatchBlock, by: Any, at: datetime, what: str = "") -> None:
    tasks.raise_task(
        key=f"match_block:{block.ref}{what}",
        kind="match_block_to_look_at",
        team=block.person.team,
        due_on=local_day(at),
        person=block.person,
        by=by,
        at=at,
    )


def _share_a_group(person: Person, other: Person) -> bool:
    """Whether they meet in a group now. Who of the two leaves it is for a lead to settle, with care."""
    return bool(_groups_of(person) & _groups_of(other))


def _groups_of(person: Person) -> set[int]:
    led = Facilitator.objects.current().filter(mentor__person=person).values_list("group", flat=True)
    return {*Member.objects.current().filter(person=person).values_list("group", flat=True), *led}


def _stop_what_is_open(person: Person, other: Person, by: Any, at: datetime) -> bool:
    """What has not begun is taken back, what is active waits. The mentor reads nothing but that it does.

    Answers whether two people who already walk together are concerned.
    """
    met = False
    list(Mentor.objects.select_for_update().filter(person__in=[person, other]).order_by("pk"))
    pair = Match.objects.of_pair(person.pk, other.pk).exclude(status=Match.Status.ENDED)
    for match in pair.select_for_update(of=("self",)).select_related("mentor", "person").order_by("pk"):
        if match.status in Match.BEFORE_IT_STARTS:
            matches.say_no(match=match, what=What.TAKEN_BACK, reason=TAKEN_BACK, by=by, at=at)
        else:
            met = True
            if match.status == Match.Status.ACTIVE:
                matches.pause(match=match, reason=PauseReason.CHECKING.label, by=by, at=at)
    covers.end_between(person=person, other=other, by=by, at=at)
    return met
