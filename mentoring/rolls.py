"""Who may be on a register: the people of a group, or those whom one mentor is matched with."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404

from mentoring.models import Facilitator, Group, Match, Member, Mentor, Session
from people.models import LocationEpisode, Person
from places.models import Establishment

# Registers are often written up later: whoever left since then is still to be found, as “not expected”.
LOOKING_BACK = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class Roll:
    """`people` by joining; `late` the refs of those who have left since; `mentors` who may have held it."""

    people: list[Person]
    mentors: list[Mentor]
    group: Group | None = None
    left: frozenset[str] = frozenset()

    @property
    def establishment(self) -> Establishment | None:
        """Where the group meets; for matched people, where the first of them is now."""
        if self.group:
            return self.group.establishment
        here = LocationEpisode.objects.current().filter(person__in=self.people[:1]).select_related("establishment")
        return next((stay.establishment for stay in here), None)


def of_group(*, ref: str, by: Any, on: date) -> Roll:
    """A group’s register. Whoever holds the group as a mentor holds it themselves; staff say who did."""
    group = Group.objects.visible_to(by).filter(ref=ref).select_related("team", "establishment").first()
    if group is None:
        raise Http404
    recent = on - LOOKING_BACK
    members = list(
        Member.objects.filter(group=group, since__lte=on)
        .exclude(until__lt=recent)
        .select_related("person__team")
        .order_by("until", "since", "pk")
    )
    members.sort(key=lambda member: (member.until is not None, member.since, member.pk))
    people = {member.person.ref: member.person for member in members}
    here = {member.person.ref for member in members if member.until is None}
    led = Facilitator.objects.filter(group=group).exclude(until__lt=recent).select_related("mentor__person")
    mentors = {one.mentor.pk: one.mentor for one in led.order_by("since", "pk")}
    own = [mentor for mentor in mentors.values() if mentor.person.login_id == by.pk]
    return Roll(
        people=list(people.values()), mentors=own or list(mentors.values()), group=group, left=frozenset(people) - here
    )


def of_mentor(*, mentor: Mentor) -> Roll:
    """The people one mentor walks alongside now."""
    walks = Match.objects.open().filter(mentor=mentor).select_related("person__team").order_by("person__search_name")
    return Roll(people=[match.person for match in walks], mentors=[mentor])


def of_session(session: Session) -> Roll:
    """The people on a register that was kept, in its order."""
    marks = session.attendance.select_related("person__team").order_by("pk")
    return Roll(people=[mark.person for mark in marks], mentors=[session.mentor], group=session.group)


def mentor_for(*, ref: str, by: Any) -> Mentor:
    """A mentor on whose behalf staff may write."""
    mentor = Mentor.objects.visible_to(by).filter(ref=ref, status__in=Mentor.WORKING).select_related("person").first()
    if mentor is None:
        raise Http404
    return mentor
