"""Referrals in every state, a waiting list, matches on every step before they begin, and the day somebody leaves."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from random import Random

from accounts.models import User
from common.dates import local_day
from common.transitions import NotAllowed
from desk.demo import names, recruitment
from mentoring.actions import gate_plans, match_blocks, matches, preferences, referrals, triage
from mentoring.actions.referrals import Agreed, Details
from mentoring.models import Match, Mentor, Referral
from mentoring.models.match_steps import NoReason, Told, What
from mentoring.models.preferences import AgeBand, Interest, MentorGender
from mentoring.models.referral_choices import Wish
from mentoring.rules.referrals import GENTLY
from people.models import Person
from people.models.locations import WhereKind
from places.models import Team

# How far each referral has come; who asked.
FAR = (
    ("draft", "prison"), ("permission_recorded", "adviser"), ("submitted", "self"), ("submitted", "family"),
    ("submitted", "prison"), ("triage", "liaison"), ("triage", "probation"), ("accepted", "adviser"),
    ("waiting", "self"), ("waiting", "prison"), ("waiting", "prison"), ("waiting", "probation"),
    ("declined", "family"), ("matched", "prison"), ("closed", "self"),
)  # fmt: skip
WRITERS = {"prison": "dee", "probation": "tomos", "adviser": "priya"}
TO_DO = ("submitted", "triage")  # these wait on a desk: for days, not for months
STEPS = ("suggested", "mentor_agreed", "person_agreed", "approved", "ended")


def load(*, teams: dict[str, Team], people: list[Person], logins: dict[str, User], at: datetime, dice: Random) -> None:
    _preferences(people, logins["rosa"], at, dice)
    for number, (far, source) in enumerate(FAR):
        _referral(number, far, source, teams["Yorkshire"], logins, at, dice)
    _matches(people, teams["Yorkshire"], logins["rosa"], at, dice)
    _apart(people, logins["nadia"], at)
    _leaving(people, logins["rosa"], at)


def _preferences(people: list[Person], rosa: User, at: datetime, dice: Random) -> None:
    mentors = [mentor.person for mentor in Mentor.objects.select_related("person").order_by("pk")]
    for person in [*people[:40], *mentors]:
        preferences.say(
            person=person,
            seen=0,
            languages=["english", *dice.sample(["welsh", "polish", "urdu", "punjabi"], dice.choice([0, 0, 1]))],
            gender=dice.choice(["woman", "man", "man", ""]),
            mentor_gender=dice.choice(["", "", "", *MentorGender.values]),
            age_band=dice.choice(["", "", *AgeBand.values]),
            interests=dice.sample(Interest.values, dice.choice([1, 2, 3])),
            by=rosa,
            at=at - timedelta(days=30),
        )


def _referral(
    number: int, far: str, source: str, team: Team, logins: dict[str, User], at: datetime, dice: Random
) -> None:
    days_ago = dice.randint(2, 20) if far in Referral.UNSENT else dice.randint(2, 75)
    if far in TO_DO:
        days_ago = 2 + number % 4
    then = at - timedelta(days=days_ago)
    by = logins[WRITERS[source]] if source in WRITERS else None
    details = Details(
        preferred_name=dice.choice(names.FIRST),
        family_name=dice.choice(names.FAMILY),
        source=source,
        care=dice.choice(["yes", "yes", "unsure"]),
        where=dice.choice(["inside", "outside"]),
        place_note=dice.choice(["near Leeds", "a prison in the north", "Bradford"]),
        wishes=dice.sample(Wish.values, 2),
        asked_for=dice.choice(names.SAID),
        referrer_name="Ann, an aunt" if source == "family" else "",
    )
    referral = referrals.begin(details=details, key=f"demo-{number}", by=by, at=then)
    if far == "draft":
        return
    agreed = Agreed(how="own" if source == "self" else "spoken", on=local_day(then), whom="Their key worker")
    referrals.record_permission(referral=referral, agreed=agreed, by=by, at=then)
    if far == "permission_recorded":
        return
    referrals.submit(referral=referral, by=by, at=then)
    if far != "submitted":
        _decide(referral, far, team, logins["rosa"], then + timedelta(days=1))


def _decide(referral: Referral, far: str, team: Team, rosa: User, at: datetime) -> None:
    triage.take(referral=referral, team=team, by=rosa, at=at)
    if far == "declined":
        kind_words, what_else = GENTLY["no_mentor_near"]
        triage.decline(
            referral=referral, reason="no_mentor_near", kind_words=kind_words, what_else=what_else, by=rosa, at=at
        )
    elif far != "triage":
        triage.take_on(
            referral=referral, to="accepted" if far == "accepted" else "waiting", person=None, by=rosa, at=at
        )
    if far == "closed":
        triage.close(referral=referral, reason="not_wanted", by=rosa, at=at + timedelta(days=1))
    if far == "matched" and referral.person is not None:
        triage.found_mentor(person=referral.person, by=rosa, at=at + timedelta(days=1))


def _unmatched(people: list[Person], team: Team) -> Iterator[Person]:
    taken = set(Match.objects.exclude(status=Match.Status.ENDED).values_list("person", flat=True))
    return (person for person in people if person.team_id == team.pk and person.pk not in taken)


def _matches(people: list[Person], team: Team, rosa: User, at: datetime, dice: Random) -> None:
    """One on each step of its way. Sam is asked where he has room."""
    near = Mentor.objects.active().filter(team=team).with_workload().order_by("pk")
    free = [mentor for mentor in near if mentor.people_now < mentor.capacity]  # type: ignore[attr-defined]
    waiting = _unmatched(people, team)
    for mentor, step, person in zip(free, STEPS, waiting, strict=False):
        match = matches.suggest(mentor=mentor, person=person, by=rosa, at=at - timedelta(days=6))
        _go_on(match, step, rosa, at - timedelta(days=5), dice)


def _go_on(match: Match, step: str, rosa: User, at: datetime, dice: Random) -> None:
    if step == "ended":
        reason = str(NoReason.NO_TIME.label)
        matches.say_no(match=match, what=What.MENTOR_NO, reason=reason, by=rosa, at=at)
        return
    said = {"told": Told.SPOKEN.value, "said_on": local_day(at), "by": rosa, "at": at}
    for name, action in (("mentor_agreed", matches.mentor_agrees), ("person_agreed", matches.person_agrees)):
        if STEPS.index(step) >= STEPS.index(name):
            action(match=match, **said)  # type: ignore[arg-type]
    if step == "approved":
        recruitment.clear_for(mentor=match.mentor, person=match.person, at=at - timedelta(days=375), dice=dice)
        # Where a check of this mentor's has just run out, it waits for approval: that happens too.
        with suppress(NotAllowed):
            matches.approve(match=match, by=rosa, at=at)


def _apart(people: list[Person], nadia: User, at: datetime) -> None:
    """Two people who share no match, so that nobody's work stops."""
    said = {"kind": "kept_apart", "reason": "The prison keeps them on different wings.", "key": "demo-apart"}
    match_blocks.make(person=people[-1], other=people[-2], by=nadia, at=at - timedelta(days=12), **said)


def _leaving(people: list[Person], rosa: User, at: datetime) -> None:
    """Jo's plan for the day he leaves, half written."""
    here = people[0].locations.filter(ended_on=None, kind=WhereKind.CUSTODY).first()
    gate_plans.write(
        person=people[0],
        seen=0,
        ready=False,
        release_on=here.expected_release_on if here else None,
        who_meets="Sam, at nine, with the bus fare",
        tonight="The housing team looks for a room; his aunt can have him until Friday",
        first_appointment="Probation in Leeds, at two",
        by=rosa,
        at=at - timedelta(days=4),
    )
