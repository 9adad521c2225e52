"""Paper: sheets that wait in a prison, came in late or were spoilt; and people who were asked, some of them twice."""

from datetime import datetime, timedelta
from random import Random

from accounts.models import User
from common.dates import local_day
from mentoring.actions import sheets, stacks
from mentoring.actions.sessions import Details
from mentoring.actions.stacks import Wanted
from mentoring.models import Attendance, Match, Medium, PaperSheet, Session, Setting
from people.actions import identifications
from people.models import Person
from people.models.identifications import AskedBy, Stage
from places.models import Establishment

# Days from the session to the day on which its sheet was typed in: some prisons' post is slow.
LATE = (1, 2, 3, 3, 4, 5, 8, 12, 13, 20, 28, 45, 95)
WORDINGS = ("looked_after_1", "lived_with_1", "social_worker_1", "care_leaver_1")


def load(*, people: list[Person], logins: dict[str, User], at: datetime) -> None:
    rosa, dice = logins["rosa"], Random(2027)  # noqa: S311  # dice of its own, so that nothing else falls otherwise
    inside = [match for match in _matches(rosa) if _prison(match) and match.started_on]
    for number, days in enumerate(LATE):
        _typed_in(inside[number % len(inside)], days, rosa, at)
    waiting = _print(inside[0], rosa, at - timedelta(days=6), "demopaper001", count=4)
    sheets.void(sheet=waiting[0], reason="Spoilt by tea", by=rosa, at=at - timedelta(days=5))
    blank = Wanted(kind=PaperSheet.Kind.GROUP_REGISTER, team=inside[0].person.team, mentor=inside[0].mentor,
                   group="Tuesday circle", establishment=_prison(inside[0]), large_print=True)  # fmt: skip
    stacks.print_(wanted=blank, count=2, key="demopaper002", by=rosa, at=at - timedelta(days=2))
    for number, person in enumerate(people[:36]):
        _asked(person, number, rosa, at, dice)


def _matches(rosa: User) -> list[Match]:
    found = Match.objects.active().visible_to(rosa).select_related("person__team", "mentor")
    return list(found.prefetch_related("person__locations__establishment").order_by("started_on", "pk"))


def _prison(match: Match) -> Establishment | None:
    return next((stay.establishment for stay in match.person.locations.all() if stay.ended_on is None), None)


def _print(match: Match, by: User, at: datetime, key: str, count: int = 1) -> list[PaperSheet]:
    wanted = Wanted(kind=PaperSheet.Kind.ONE_TO_ONE, team=match.person.team, match=match, establishment=_prison(match))
    return stacks.print_(wanted=wanted, count=count, key=key, by=by, at=at)


def _typed_in(match: Match, days: int, by: User, at: datetime) -> None:
    """A session of so many days ago, whose sheet came in this morning."""
    held = at.replace(hour=10, minute=0, second=0, microsecond=0) - timedelta(days=days)
    if match.started_on is None or local_day(held) < match.started_on:
        return
    sheet = _print(match, by, held - timedelta(days=7), f"dl{days:03}{match.ref[:7]}")[0]
    sheets.key_session(
        sheet=sheet,
        mentor=match.mentor,
        details=Details(
            kind=Session.Kind.ONE_TO_ONE, setting=Setting.CUSTODY, medium=Medium.IN_PERSON,
            establishment=sheet.establishment, started_at=held, planned_at=held, happened=True, minutes=40,
            topics=["release"], what_we_did="Went through what the first day out will be like.",
            next_step="Write the list of who to ring.",
        ),
        marks={match: Attendance.Mark.ATTENDED},
        written_on=local_day(held),
        key=sheet.ref,
        by=by,
        at=at,
    )  # fmt: skip


def _asked(person: Person, number: int, by: User, at: datetime, dice: Random) -> None:
    """Many say no to an officer on the first night, and yes to a peer some weeks later."""
    first = local_day(at) - timedelta(days=dice.randint(60, 200))
    identifications.record(
        person=person, asked_on=first, stage=Stage.RECEPTION, asked_by_role=AskedBy.PRISON,
        wording=dice.choice(WORDINGS), answer=dice.choice(["no", "no", "declined", "unsure"]),
        next_ask_on=first + timedelta(days=dice.choice([30, 60, 250])), key=f"demo-a-{person.ref}"[:40], by=by, at=at,
    )  # fmt: skip
    if number % 3 == 0:
        return
    identifications.record(
        person=person, asked_on=first + timedelta(days=28), stage=Stage.KEY_WORK, asked_by_role=AskedBy.PEER,
        wording="peer_1", answer="yes", share_scope=["prison", "council"] if number % 3 == 1 else [],
        disclosed_detail="Foster homes from the age of nine." if number % 2 else "",
        reluctance_note="Does not want the council to know where she lives." if number % 3 == 2 else "",
        key=f"demo-b-{person.ref}"[:40], by=by, at=at,
    )  # fmt: skip
