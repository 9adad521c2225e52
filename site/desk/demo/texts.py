"""Texts of a day: two that went and were answered, one that is held, and one to somebody who is in custody now."""

from datetime import datetime, time, timedelta

from accounts.models import User
from common.dates import local_day
from common.transitions import move
from mentoring.actions import meetings
from mentoring.actions.meetings import Occasion
from mentoring.models import Match, Medium, Meeting, Setting
from mentoring.occasions import MEETING_AHEAD, when
from mentoring.rules.repeats import moment
from messaging import gates
from messaging.actions import holds, last_gate, replies, texts
from messaging.models import Text
from messaging.rules.spoken import spoken
from people.actions import contact_points, text_choices
from people.models import LocationEpisode, Person
from people.models.locations import WhereKind

OUTSIDE = 3  # people who get texts
ANSWERS = ("Yes", "Sorry who is this?")
Status = Text.Status


def load(*, logins: dict[str, User], at: datetime) -> None:
    rosa = logins["rosa"]
    outside = list(_outside(rosa)[:OUTSIDE])
    promised = [_plan(match, number, rosa, at) for number, match in enumerate(outside)]
    for number, (text, body) in enumerate(zip(promised, ANSWERS, strict=False)):
        _went(text, number, at - timedelta(hours=2))
        replies.receive(sid=f"SM{number:032}", number=text.number, body=body, opt_out="", at=at - timedelta(hours=1))
    replies.hear_all(at=at)
    for text in promised[len(ANSWERS) :]:
        why = "Two people have this number."
        holds.hold(text=text, reason="shared-number", why=why, by=None, at=at)
    _inside(logins["sam"], at)


def _outside(rosa: User) -> list[Match]:
    there = LocationEpisode.objects.current().filter(kind=WhereKind.COMMUNITY).values("person")
    found = Match.objects.active().visible_to(rosa).filter(person__in=there)
    return list(found.select_related("mentor", "person__team").order_by("pk"))


def _plan(match: Match, number: int, rosa: User, at: datetime) -> Text:
    """They ask for texts, their number is checked with them, and a meeting of tomorrow promises one."""
    day, person = at - timedelta(days=1), match.person
    point = contact_points.add(
        person=person, kind="mobile", value=f"07700 9001{number:02}", safe_to_use=True, by=rosa, at=day
    )
    contact_points.verify(point=point, safe_to_use=True, by=rosa, at=day)
    text_choices.choose_all(person=person, chosen={"": "text"}, how="spoken", by=rosa, at=day)
    meeting = meetings.plan(
        mentor=match.mentor, whom=match, starts_at=moment(local_day(at) + timedelta(days=1), time(14 + number)),
        occasion=Occasion(minutes=60, setting=Setting.COMMUNITY, medium=Medium.IN_PERSON), key=f"demo-text-{number}",
        by=rosa, at=at - timedelta(hours=3),
    )  # fmt: skip
    return Text.objects.about(meeting).to(person).get()


def _went(text: Text, number: int, at: datetime) -> None:
    """As the screen takes it."""
    sid = f"SM{number:032x}"
    move(text, to=Status.DELIVERED, frm={Status.DUE}, sid=sid, sending_at=at, accepted_at=at, over_at=at)


def _inside(sam: User, at: datetime) -> None:
    """Promised while they were out; the last gate finds them in custody."""
    ahead = Meeting.objects.standing().filter(mentor__person__login=sam, match__isnull=False, starts_at__gt=at)
    meeting = ahead.filter(establishment__isnull=False).order_by("starts_at").first()
    if meeting is None or meeting.match is None:
        return
    text = _promise(meeting, meeting.match.person, at)
    if reasons := gates.why_not(text, at):
        last_gate.stay(text, Status.REFUSED, reasons, at=at)


def _promise(meeting: Meeting, person: Person, at: datetime) -> Text:
    values = {name: spoken(value, "en") for name, value in when(meeting).items()}
    return texts.promise_text(
        kind=MEETING_AHEAD, subject=meeting, recipient=person, number="07700 900199", slot="person",
        template="mentoring.meeting_ahead", values={"name": person.preferred_name, **values}, send_after=at,
        starts=meeting.starts_at, by=None, at=at,
    )  # fmt: skip
