"""Three made-up people on their way to their records: one waits inside, one is about to read, one paused for a year.
And what is left of many others, so that the figures of holders have something to show.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from casefiles_support.actions import (
    checkpoints,
    journeys,
    letters,
    packs,
    pauses,
    posting,
    replies,
    requests,
    supporters,
)
from casefiles_support.actions.requests import Wish
from casefiles_support.models import AccessRequest, Authority, Holder, HoldingMove, Journey, Parcel, Proof, Sitting
from casefiles_support.models.timings import Timing
from common.dates import LONDON, local_day
from law import working_days
from mentoring.actions import mentors
from mentoring.models import Mentor
from people.models import Person
from training.actions import completions, learners
from training.rules.completions import FILE_SUPPORT

DAY = timedelta(days=1)
TYPED = {"places": "Oak House, Otley", "names_then": "", "speaks": True, "supporter_phone": "0113 496 0123"}
OUR_ADDRESS = "Alongside\nFirst Floor\n2 Made Up Street\nLeeds LS1 1AA"
# Name, kind, whether it has the CLEARmark; of how many journeys something is left, and how many of them came late.
HOLDERS = (
    ("Leeds City Council", "council", True, 34, 12),
    ("Bradford Council", "council", None, 26, 16),
    ("Calder Children’s Trust", "trust", False, 12, 0),
    ("Made Up Homes for Boys", "charity", None, 6, 4),
)


@dataclass(frozen=True)
class Beside:
    """Who does the work: the practitioner, and whoever steps in and checks addresses."""

    finn: User
    fay: User


def load(*, people: list[Person], logins: dict[str, User], at: datetime) -> None:
    who = Beside(logins["finn"], logins["fay"])
    for user in (who.finn, who.fay):
        learner = learners.add(name=user.display_name, place="", login=user, by=None, at=at - 400 * DAY)
        completions.key_in(
            learner=learner, module=FILE_SUPPORT, version="2025", completed_on=local_day(at - 400 * DAY), by=None,
            at=at - 400 * DAY,
        )  # fmt: skip
    holders = [_holder(name, kind, mark, who.fay, at) for name, kind, mark, _, _ in HOLDERS]
    theirs = [person for person in people[1:] if person.team_id == people[0].team_id]
    outside, inside = (
        next(one for one in theirs if one.locations.filter(ended_on=None, kind=kind).exists())
        for kind in ("community", "custody")
    )
    _waits(people[0], holders[0], logins["sam"], who, at)
    _reads(outside, holders[1], who, at)
    _paused(inside, who, at)
    _others(holders, at)


def _holder(name: str, kind: str, mark: bool | None, by: User, at: datetime) -> Holder:
    return Holder.objects.create(
        name=name, kind=kind, nation="E", has_clearmark=mark, address=f"{name}\nRecords Team\n1 High Street\nLS1 1AA",
        source="Made up for the demonstration", verified_on=local_day(at - 60 * DAY), verified_by=by, added_at=at,
    )  # fmt: skip


def _begin(person: Person, key: str, who: Beside, at: datetime) -> Journey:
    """They said yes, and to whoever is beside them."""
    journey = journeys.offer(
        person=person, outcome="done", in_private=True, on=local_day(at), key=key, by=who.finn, at=at
    )
    for role, login in (("practitioner", who.finn), ("back_up", who.fay)):
        named = supporters.name(journey=journey, role=role, login=login, no_conflict=True, by=who.finn, at=at)
        supporters.agree(supporter=named, on=local_day(at), by=who.finn, at=at)
    journey.refresh_from_db()
    return journeys.follow(journey=journey, to="planning", by=who.finn, at=at)


def _ask(journey: Journey, holder: Holder, key: str, who: Beside, at: datetime) -> AccessRequest:
    """A letter on its whole way, until it was handed in."""
    wish, day = Wish(scope="everything", deliver_to="supporter", years_from=1998, years_to=2009), local_day(at)
    request = requests.begin(journey=journey, holder=holder, wish=wish, key=key, by=who.finn, at=at)
    Proof.objects.create(
        request=request, kind="prison", sighted_on=day, sighted_by=who.finn, chosen_at=at, chosen_by=who.finn
    )
    Authority.objects.create(
        request=request, signed_on=day, valid_until=day + timedelta(days=182), sighted_on=day, sighted_by=who.finn
    )
    letter = letters.draft(
        request=request, code="request", language="en", large_print=False, return_address=OUR_ADDRESS, typed=TYPED,
        key=key, by=who.finn, at=at,
    )  # fmt: skip
    letters.agree(letter=letter, seen=letter.sha256, on=day, by=who.finn, at=at)
    letters.check(letter=letter, by=who.fay, at=at + DAY)
    posting.print_(letter=letter, by=who.finn, at=at + DAY)
    posting.send(letter=letter, handed_in_on=day + DAY, posted_on=day + 2 * DAY, by=who.finn, at=at + 2 * DAY)
    received: dict[str, Any] = {"on": day + 4 * DAY, "basis": "phone", "seen": letter.version}
    posting.receive(letter=letter, by=who.finn, at=at + 4 * DAY, **received)
    request.refresh_from_db()
    journeys.follow(journey=journey, to="waiting", by=who.finn, at=at + 4 * DAY)
    return request


def _waits(jo: Person, holder: Holder, sam: User, who: Beside, at: datetime) -> None:
    """Inside, with a mentor beside them, and a question of the council that nobody has answered yet."""
    journey = _begin(jo, "demo-files-1", who, at - 60 * DAY)
    mentor = Mentor.objects.get(person__login=sam)
    mentors.train(
        mentor=mentor, module=FILE_SUPPORT, version="2025", completed_on=local_day(at - 90 * DAY), by=who.finn, at=at
    )
    named = supporters.name(
        journey=journey, role="peer_mentor", mentor=mentor, no_conflict=True, by=who.finn, at=at - 3 * DAY
    )
    supporters.agree(supporter=named, on=local_day(at - 3 * DAY), by=who.finn, at=at - 3 * DAY)
    request = _ask(journey, holder, "demo-files-1", who, at - 30 * DAY)
    replies.write_down(
        request=request, kind="question", way="letter", on=local_day(at - 8 * DAY), key="demo-files-1", by=who.finn,
        at=at - 6 * DAY,
    )  # fmt: skip
    checkpoints.record(
        journey=journey, code="C5", outcome="done", on=local_day(at - 15 * DAY), key="demo-files-c5",
        next_review_on=local_day(at + 2 * DAY), by=who.finn, at=at - 15 * DAY,
    )  # fmt: skip
    stay = jo.locations.filter(ended_on=None).select_related("establishment").first()
    packs.print_(
        journey=journey, ref="demopack0001", large_print=False, language="en",
        establishment=stay.establishment if stay else None, key="demo-files-1", by=who.finn, at=at - 20 * DAY,
    )  # fmt: skip


def _reads(person: Person, holder: Holder, who: Beside, at: datetime) -> None:
    """Outside: the papers are with the programme, sealed, and a time to read them is planned."""
    journey = _begin(person, "demo-files-2", who, at - 90 * DAY)
    request = _ask(journey, holder, "demo-files-2", who, at - 70 * DAY)
    came = local_day(at - 12 * DAY)
    replies.write_down(
        request=request, kind="all", way="letter", on=came, key="demo-files-2", by=who.finn, at=at - 12 * DAY
    )
    parcel = Parcel.objects.create(
        request=request, key="demo-files-2", announced_on=came, arrived_on=came, by="courier", containers=2,
        stated_pages=412, opened="no", sealed=True, status="with_programme_sealed", told_on=came, told_by=who.finn,
        review_on=came + timedelta(days=28), logged_at=at - 12 * DAY, logged_by=who.finn,
    )  # fmt: skip
    HoldingMove.objects.create(
        parcel=parcel, key="demo-files-2", frm="not_arrived", to="with_programme_sealed", on=came,
        given_by="A courier", taken_by=who.finn.display_name, person_agreed=True, recorded_at=at, recorded_by=who.finn,
    )  # fmt: skip
    journeys.follow(journey=journey, to="file_here", by=who.finn, at=at - 12 * DAY)
    Sitting.objects.create(
        journey=journey, key="demo-files-2", starts_at=_a_good_time(at), where="our_office", cover_next_day=who.finn,
        cover_day_after=who.fay, told_wing="not_needed", planned_at=at - 5 * DAY, planned_by=who.finn,
    )  # fmt: skip


def _a_good_time(at: datetime) -> datetime:
    """Ten in the morning of a coming day that has a working day after it, and another."""
    day = working_days.next_working_day(local_day(at))
    while not all(working_days.is_working_day(day + n * DAY) for n in (0, 1, 2)):
        day += DAY
    return datetime(day.year, day.month, day.day, 10, tzinfo=LONDON)


def _paused(person: Person, who: Beside, at: datetime) -> None:
    """They said yes, and then that they would rather wait. Nobody has asked since."""
    journey = _begin(person, "demo-files-3", who, at - 380 * DAY)
    pauses.pause(journey=journey, by=who.finn, at=at - 365 * DAY)


def _others(holders: list[Holder], at: datetime) -> None:
    """What is left when journeys have been deleted: how long a holder took, and about nobody."""
    year = local_day(at).year
    for holder, (_, _, _, number, late) in zip(holders, HOLDERS, strict=True):
        Timing.objects.bulk_create(
            Timing(
                holder=holder, year=year, quarter=1 + n % 3, days_taken=(33 + n) if n < late else 18 + n % 12,
                days_late=(3 + n) if n < late else 0, extended=n % 3 == 0, outcome="answered",
                offered_support="no" if n % 2 else "unsure",
                covered={"known_family": 4} if n % 2 else {"professional": 9},
            )
            for n in range(number)
        )  # fmt: skip
