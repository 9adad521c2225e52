"""Making a group, and who is in it and holds it."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed
from mentoring import between
from mentoring.models import Facilitator, Group, MatchBlock, Member, Mentor
from mentoring.rules import groups as rules
from people.models import Person
from places.models import Establishment, Team


def _refuse_if(reasons: list[str]) -> None:
    if reasons:
        raise NotAllowed(*reasons)


@transaction.atomic
def add(*, name: str, team: Team, establishment: Establishment | None, key: str, by: Any, at: datetime) -> Group:
    """A new group, still empty. The same form sent again answers with the same group."""
    if earlier := Group.objects.filter(key=key, made_by=by).first():
        return earlier
    if not name.strip():
        raise NotAllowed("Give the group a name.")
    try:
        with transaction.atomic():
            group = Group.objects.create(
                name=name, team=team, establishment=establishment, key=key, made_by=by, made_at=at
            )
    except IntegrityError:
        if earlier := Group.objects.filter(key=key, made_by=by).first():
            return earlier
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    audit.record(verb="mentoring.group.made", by=by, at=at, subject=group)
    return group


def _kept_apart(group: Group, person: Person) -> list[str]:
    """The same words for every kind of block, and none for whom it is: the reason is the safeguarding lead's."""
    others = MatchBlock.objects.standing().others_of(person)
    members = Member.objects.current().filter(group=group, person__in=others)
    holders = Facilitator.objects.current().filter(group=group, mentor__person__in=others)
    return [rules.KEPT_APART] if members.exists() or holders.exists() else []


@transaction.atomic
def join(*, group: Group, person: Person, by: Any, at: datetime) -> Member:
    """Somebody is in the group from today. Asked twice, they are in it once."""
    Group.objects.select_for_update().get(pk=group.pk)  # so that two who add at once do not pass thirty together
    now_in = Member.objects.current().filter(group=group)
    if earlier := now_in.filter(person=person).first():
        return earlier
    _refuse_if(
        rules.why_not_join(
            members=now_in.count(), same_team=person.team_id == group.team_id, closed=group.closed_on is not None
        )
        + _kept_apart(group, person)
    )
    member = Member.objects.create(group=group, person=person, since=local_day(at), added_by=by, added_at=at)
    audit.record(verb="mentoring.group.joined", by=by, at=at, subject=group, about=person)
    return member


@transaction.atomic
def leave(*, member: Member, by: Any, at: datetime) -> Member:
    """Today is the last day they may be on its register."""
    day = local_day(at)
    _refuse_if(rules.why_not_until(since=member.since, until=member.until, day=day))
    if not Member.objects.current().filter(pk=member.pk).update(until=day):
        raise NotAllowed("They have left already.")
    member.refresh_from_db()
    audit.record(verb="mentoring.group.left", by=by, at=at, subject=member.group, about=member.person)
    return member


def _why_not_lead(group: Group, mentor: Mentor, on: date) -> list[str]:
    first = rules.why_not_lead(
        working=mentor.status in Mentor.WORKING,
        same_team=mentor.team_id == group.team_id,
        is_member=Member.objects.current().filter(group=group, person=mentor.person_id).exists(),
        closed=group.closed_on is not None,
    )
    cleared = between.why_not_cleared(mentor=mentor, establishment=group.establishment, on=on)
    return first + _kept_apart(group, mentor.person) + cleared


@transaction.atomic
def lead(*, group: Group, mentor: Mentor, by: Any, at: datetime) -> Facilitator:
    """A mentor holds the group from today, and sees who is in it by the name they like to be called.

    Every gate of a match is asked, and for a group in a prison its clearance.
    """
    Group.objects.select_for_update().get(pk=group.pk)  # so that nobody joins while we look who is in it
    if earlier := Facilitator.objects.current().filter(group=group, mentor=mentor).first():
        return earlier
    _refuse_if(_why_not_lead(group, mentor, local_day(at)))
    try:
        with transaction.atomic():
            led = Facilitator.objects.create(group=group, mentor=mentor, since=local_day(at), added_by=by, added_at=at)
    except IntegrityError:
        return Facilitator.objects.current().get(group=group, mentor=mentor)
    audit.record(verb="mentoring.group.led", by=by, at=at, subject=group, mentor=mentor.ref)
    return led


@transaction.atomic
def stand_down(*, facilitator: Facilitator, by: Any, at: datetime) -> Facilitator:
    """From the next request on they see nothing of the group."""
    if not Facilitator.objects.current().filter(pk=facilitator.pk).update(until=local_day(at)):
        raise NotAllowed("They have stopped already.")
    facilitator.refresh_from_db()
    audit.record(
        verb="mentoring.group.stood_down", by=by, at=at, subject=facilitator.group, mentor=facilitator.mentor.ref
    )
    return facilitator


@transaction.atomic
def close(*, group: Group, by: Any, at: datetime) -> Group:
    """The group meets no more. Its registers stay."""
    if not Group.objects.open().filter(pk=group.pk).update(closed_on=local_day(at)):
        raise NotAllowed("This group has ended already.")
    group.refresh_from_db()
    audit.record(verb="mentoring.group.closed", by=by, at=at, subject=group)
    return group
