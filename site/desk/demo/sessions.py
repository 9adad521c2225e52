"""Two groups with their registers, and meetings that were, are to come, moved, were called off and were forgotten."""

from datetime import datetime, time, timedelta

from accounts.models import User
from common.dates import local_day
from mentoring.actions import groups, meetings, registers, repeats
from mentoring.actions.meetings import Occasion
from mentoring.actions.registers import Row
from mentoring.actions.sessions import Details
from mentoring.models import Attendance, Cause, Group, Match, Medium, Meeting, Mentor, Session, Setting
from mentoring.rules.repeats import moment
from people.models import Person
from places.models import Team

DAY = timedelta(days=1)
CAME, LATE, MISSED = Attendance.Mark.ATTENDED, Attendance.Mark.LATE, Attendance.Mark.NOT_ATTENDED
WHY = (Cause.PRISON_REGIME, Cause.PERSON_CHOSE_NOT, Cause.NOT_KNOWN, Cause.PERSON_COULD_NOT)


def load(*, teams: dict[str, Team], people: list[Person], logins: dict[str, User], at: datetime) -> None:
    sam, alex = (Mentor.objects.get(person__login=logins[name]) for name in ("sam", "alex"))
    yorkshire = [person for person in people if person.team_id == teams["Yorkshire"].pk]
    inside = people[0].locations.get(ended_on=None).establishment
    for number, (name, mentor, prison) in enumerate((("Tuesday group", sam, inside), ("Drop-in", alex, None))):
        group = groups.add(
            name=name, team=teams["Yorkshire"], establishment=prison, key=f"demo-{number}", by=logins["rosa"],
            at=at - 60 * DAY,
        )  # fmt: skip
        groups.lead(group=group, mentor=mentor, by=logins["rosa"], at=at - 60 * DAY)
        for person in yorkshire[number * 12 : number * 12 + 9 + number * 3]:
            groups.join(group=group, person=person, by=logins["rosa"], at=at - 60 * DAY)
        for week in range(1, 7):
            _register(group, mentor, at - 7 * week * DAY + timedelta(hours=number), week)
    _meetings(sam, logins["sam"], at)


def _register(group: Group, mentor: Mentor, at: datetime, week: int) -> None:
    """One week was lost to a lockdown; in the others somebody is always missing."""
    held = week != 3
    day = local_day(at)
    people = [member.person for member in group.members.select_related("person__team").order_by("pk")]
    rows = [_row(person, (number + week) % 7) for number, person in enumerate(people)]
    details = Details(
        kind=Session.Kind.GROUP,
        setting=Setting.CUSTODY if group.establishment else Setting.COMMUNITY,
        medium=Medium.IN_PERSON,
        establishment=group.establishment,
        started_at=moment(day, time(14)),
        happened=held,
        minutes=90 if held else None,
        cause="" if held else Cause.PRISON_SECURITY,
        topics=["family", "release"] if held else [],
        what_we_did="Talked in pairs, then all together." if held else "",
    )
    by = mentor.person.login
    registers.take(
        mentor=mentor, group=group, details=details, rows=rows, key=f"demo-{group.ref}-{week}", by=by,
        at=moment(day, time(17)),
    )  # fmt: skip


def _row(person: Person, number: int) -> Row:
    if number in (2, 5):
        return Row(person=person, mark=MISSED, cause=WHY[(number + person.pk) % len(WHY)])
    return Row(person=person, mark=LATE if number == 4 else CAME)


def _meetings(sam: Mentor, by: User, at: datetime) -> None:
    """Sam: one forgotten, one moved, one called off, one tomorrow, and one every week."""
    match = Match.objects.open().filter(mentor=sam).order_by("pk").first()
    if match is None:
        return
    here = match.person.locations.filter(ended_on=None).first()
    prison = here.establishment if here else None
    occasion = Occasion(
        minutes=60,
        setting=Setting.CUSTODY if prison else Setting.COMMUNITY,
        medium=Medium.IN_PERSON,
        establishment=prison,
    )

    def plan(days: int, hour: int, key: str) -> Meeting:
        starts = moment(local_day(at) + days * DAY, time(hour))
        made = min(at, starts) - 3 * DAY
        return meetings.plan(
            mentor=sam, whom=match, starts_at=starts, occasion=occasion, key=f"demo-{key}", by=by, at=made
        )

    plan(-4, 10, "forgotten")
    moved, off = plan(2, 11, "moved"), plan(5, 15, "off")
    later = moment(local_day(at) + 6 * DAY, time(13))
    meetings.reschedule(
        meeting=moved, starts_at=later, cause=Cause.PRISON_REGIME, asked_by=Meeting.Asker.PLACE, by=by, at=at
    )
    meetings.call_off(meeting=off, cause=Cause.MENTOR, asked_by=Meeting.Asker.MENTOR, by=by, at=at)
    plan(1, 10, "tomorrow")
    repeats.begin(
        mentor=sam, whom=match, every="week", first_day=local_day(at) + 3 * DAY, wall_time=time(14),
        until=local_day(at) + 180 * DAY, occasion=occasion, key="demo-weekly", by=by, at=at,
    )  # fmt: skip
