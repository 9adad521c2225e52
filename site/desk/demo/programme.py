"""Forty mentors in all states, their matches, and a year of sessions."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from accounts.models import User
from common.dates import LONDON, local_day
from desk.demo import names, recruitment
from mentoring.actions import matches, mentors, sessions
from mentoring.actions.sessions import Details, Worry
from mentoring.models import Attendance, Cause, Match, Medium, Mentor, Session, Setting, Topic
from mentoring.models.match_steps import Told
from people.actions import persons
from people.models import LocationEpisode, Person
from people.models.locations import WhereKind
from places.models import Team

Status = Mentor.Status
# How each of the forty stands at the end; Sam and Alex, of the cast, are the first two.
STANDING = (
    [Status.ACTIVE] * 25
    + [Status.TRAINING] * 5
    + [Status.APPLYING] * 4
    + [Status.RESTING] * 3
    + [Status.SUSPENDED] * 1
    + [Status.ENDED] * 2
)
STEPS: dict[str, list[Mentor.Status]] = {
    Status.APPLYING: [],
    Status.TRAINING: [Status.TRAINING],
    Status.ACTIVE: [Status.TRAINING, Status.ACTIVE],
}
MISSED = [
    Cause.PRISON_REGIME, Cause.PRISON_REGIME, Cause.PRISON_REGIME, Cause.PRISON_SECURITY, Cause.PERSON_COULD_NOT,
    Cause.PERSON_CHOSE_NOT, Cause.MENTOR, Cause.CLEARANCE_OR_GATE, Cause.LOGISTICS,
]  # fmt: skip


def load(*, teams: dict[str, Team], people: list[Person], logins: dict[str, User], at: datetime, dice: Random) -> None:
    all_mentors = [_mentor(number, standing, teams, logins, at, dice) for number, standing in enumerate(STANDING)]
    made = list(_matches([m for m in all_mentors if m.status == Status.ACTIVE], people, at, dice))
    for mentor, standing in zip(all_mentors, STANDING, strict=True):
        if standing not in STEPS:
            mentors.change_status(mentor=mentor, to=standing, reason="", by=None, at=at - timedelta(days=20))
    for when, match in sorted(_meetings(made, at, dice), key=lambda pair: pair[0]):
        _session(match, when, dice)
    _pause_and_end(made, at, dice)


def _mentor(
    number: int, standing: str, teams: dict[str, Team], logins: dict[str, User], at: datetime, dice: Random
) -> Mentor:
    login = {0: logins["sam"], 1: logins["alex"]}.get(number)
    team = teams["Yorkshire" if login or dice.random() < 0.7 else "Wales"]
    joined = at - timedelta(days=380)
    first, family = login.display_name.split() if login else (dice.choice(names.FIRST), dice.choice(names.FAMILY))
    person = persons.add(preferred_name=first, family_name=family, team=team, by=None, at=joined)
    if login:
        persons.link_login(person=person, login=login, by=None, at=joined)
    supervisor = logins["rosa" if team.name == "Yorkshire" else "gwen"]
    mentor = mentors.add(
        person=person, team=team, joined_on=local_day(joined), supervisor=supervisor, by=supervisor, at=joined
    )
    for step in STEPS.get(standing, STEPS[Status.ACTIVE]):
        if step == Status.ACTIVE:
            second, again = logins["marion"], at - timedelta(days=40)
            recruitment.vouch(mentor=mentor, by=supervisor, second=second, at=joined, again=again)
        mentors.change_status(mentor=mentor, to=step, reason="", by=supervisor, at=joined)
    return mentor


def _matches(active: list[Mentor], people: list[Person], at: datetime, dice: Random) -> Iterator[Match]:
    """Up to three people for each mentor of the same team; some paused, some ended, some only suggested."""
    free = people[1:]
    for mentor in active:
        near = [person for person in free if person.team_id == mentor.team_id]
        chosen = dice.sample(near, min(len(near), dice.choice([1, 2, 3, 3])))
        if mentor is active[0]:
            chosen = [people[0], *chosen][:3]
        for person in chosen:
            if person in free:
                free.remove(person)
            yield _match(mentor, person, at, dice, keep=person is people[0])


def _match(mentor: Mentor, person: Person, at: datetime, dice: Random, *, keep: bool) -> Match:
    since = at - timedelta(days=dice.randint(30, 365))
    by = mentor.supervisor
    recruitment.clear_for(mentor=mentor, person=person, at=at - timedelta(days=380), dice=dice)
    if not keep and dice.random() < 0.06:  # thought of these days, and not asked yet
        return matches.suggest(mentor=mentor, person=person, by=by, at=at - timedelta(days=1 + mentor.pk % 5))
    match = matches.suggest(mentor=mentor, person=person, by=by, at=since - timedelta(days=6))
    said: dict[str, Any] = {"told": Told.SPOKEN, "said_on": local_day(since) - timedelta(days=3), "by": by}
    matches.mentor_agrees(match=match, **said, at=since - timedelta(days=3))
    matches.person_agrees(match=match, **said, at=since - timedelta(days=2))
    matches.approve(match=match, by=by, at=since - timedelta(days=1))
    return matches.begin(match=match, by=by, at=since)


def _pause_and_end(made: list[Match], at: datetime, dice: Random) -> None:
    """Some matches wait for somebody to settle after a move; some came to the end they were meant to have."""
    others = [match for match in made if match.status == Match.Status.ACTIVE and match.mentor != made[0].mentor]
    chosen = dice.sample(others, min(len(others), 12))
    for match in chosen[:5]:
        matches.pause(match=match, reason="Moved to another prison", by=match.mentor.supervisor, at=at)
    for match in chosen[5:]:
        matches.end(match=match, reason="Came to its planned end", by=match.mentor.supervisor, at=at)


def _meetings(made: list[Match], at: datetime, dice: Random) -> Iterator[tuple[datetime, Match]]:
    """When each pair was to meet: every week to three weeks, in working hours, until a few days ago."""
    for match in made:
        if match.started_on is None:
            continue
        gap = dice.choice([7, 10, 14, 21])
        quiet = dice.choice([1, 2, 3, 5, 9, 34])
        day = match.started_on + timedelta(days=dice.randint(1, gap))
        while day <= local_day(at) - timedelta(days=quiet):
            hour, minute = dice.choice([9, 10, 11, 13, 14, 15, 16]), dice.choice([0, 0, 15, 30])
            yield datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON), match
            day += timedelta(days=gap + dice.randint(-2, 3))


def _session(match: Match, when: datetime, dice: Random) -> None:
    place = _place_on(match, when)
    inside = place is not None and place.kind == WhereKind.CUSTODY
    happened = dice.random() < (0.78 if inside else 0.9)
    mark = Attendance.Mark.NOT_ATTENDED
    if happened:
        mark = Attendance.Mark.LATE if dice.random() < 0.08 else Attendance.Mark.ATTENDED
    recorder = match.mentor.person.login or match.mentor.supervisor
    sessions.record(
        mentor=match.mentor,
        details=_details(when, place, inside, happened, dice),
        marks={match: mark},
        key=f"demo-{match.ref}-{when:%Y%m%d}",
        worry=_worry(dice) if happened and dice.random() < 0.006 else None,
        by=recorder,
        at=when + timedelta(hours=dice.choice([2, 3, 6, 22, 50])),
    )


def _place_on(match: Match, when: datetime) -> LocationEpisode | None:
    day = local_day(when)
    for place in match.person.locations.all():
        if place.started_on <= day and (place.ended_on is None or day < place.ended_on):
            return place
    return None


def _details(when: datetime, place: LocationEpisode | None, inside: bool, happened: bool, dice: Random) -> Details:
    setting = Setting.CUSTODY if inside else dice.choice([Setting.COMMUNITY, Setting.COMMUNITY, Setting.REMOTE])
    medium = Medium.PHONE if setting == Setting.REMOTE else Medium.IN_PERSON
    did = dice.choice(names.DID) if happened else ""
    return Details(
        kind=Session.Kind.ONE_TO_ONE,
        setting=setting,
        medium=medium,
        establishment=place.establishment if inside and place else None,
        where=""
        if inside or not happened
        else dice.choice(["the library", "a café in town", "the drop-in", "the park"]),
        planned_at=when if dice.random() < 0.9 else None,
        started_at=when + timedelta(minutes=dice.choice([0, 0, 0, 10, 25])),
        happened=happened,
        minutes=dice.choice([30, 40, 45, 45, 50, 60, 60, 90]) if happened else None,
        cause="" if happened else dice.choice(MISSED),
        topics=dice.sample(Topic.values, dice.choice([1, 2, 2, 3])) if happened else [],
        what_we_did=did,
        their_words=dice.choice(names.SAID) if happened else "",
        next_step=dice.choice(names.NEXT) if happened else "Try again next week.",
    )


def _worry(dice: Random) -> Worry:
    return Worry(what=dice.choice(names.WORRIES), urgency=dice.choice(["now", "today", "can_wait"]))
