"""Who may be on a register: the people of a group, or those whom one mentor is matched with."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404

from common.dates import local_day
from mentoring.models import Facilitator, Group, Match, Member, Mentor, PaperSheet, Session
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


def printed_on(sheet: PaperSheet) -> list[Person]:
    """Whose names stand on a group’s register: its members of the day on which it was printed."""
    members = Member.objects.on(local_day(sheet.printed_at)).filter(group=sheet.of_group).select_related("person__team")
    return list({member.person_id: member.person for member in members.order_by("since", "pk")}.values())


def of_sheet(*, sheet: PaperSheet, whose: Group | Mentor, on: date) -> Roll:
    """A register on paper: those whose names stand on it, then whoever joined the group since, as “not expected”."""
    if isinstance(whose, Mentor):
        return of_mentor(mentor=whose)
    printed = printed_on(sheet) if sheet.of_group else []
    since = local_day(sheet.printed_at)
    there = Member.objects.filter(group=whose, since__lte=on).exclude(until__lt=since).select_related("person__team")
    people = {person.pk: person for person in printed}
    people |= {member.person_id: member.person for member in there.order_by("since", "pk")}
    led = Facilitator.objects.filter(group=whose).exclude(until__lt=since).select_related("mentor__person")
    mentors = {one.mentor_id: one.mentor for one in led.order_by("since", "pk")}
    names = {person.pk for person in printed}
    later = frozenset(person.ref for person in people.values() if sheet.of_group and person.pk not in names)
    return Roll(people=list(people.values()), mentors=list(mentors.values()), group=whose, left=later)


def who_may_be_guests(*, sheet: PaperSheet, by: Any) -> list[Person]:
    """Whom a name by hand may mean: people of the team whom the reader may see, who are not on that register yet. On a
    register of one mentor's people, only those whom they are matched with.
    """
    session = Session.objects.visible_to(by).filter(sheet=sheet).select_related("mentor", "group").first()
    if session is None:
        raise Http404
    people = Person.objects.visible_to(by).filter(team=session.team_id).exclude(attendance__session=session)
    people = people.exclude(pk=session.mentor.person_id)
    if session.group is None:
        people = people.filter(pk__in=Match.objects.filter(mentor=session.mentor).values("person"))
    return list(people.order_by("search_name", "pk"))


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
