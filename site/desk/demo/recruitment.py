"""How the demonstration's mentors were checked, trained and cleared before they began."""

from datetime import datetime, timedelta
from random import Random

from accounts.models import User
from common.dates import local_day
from desk.demo import names
from mentoring.actions import clearances, dbs_checks, mentors, references, risk_assessments
from mentoring.models import Mentor
from mentoring.rules.clearances import Step
from people.models import Person
from places.models import Establishment
from training.rules.completions import mandatory

SAID = {
    "how_long": "Five years. I ran the group they came to.",
    "strengths": "They listen, and people calm down around them.",
    "reliable": "Yes. They opened up every Thursday for a year.",
    "worries": "Only that they give too much of themselves.",
    "recommend": "Yes, very.",
}


def vouch(*, mentor: Mentor, by: User, second: User, at: datetime, again: datetime) -> None:
    """Everything that must be in place, as it was on the day they joined; looked at `again` a year later."""
    for number in range(2):
        referee = f"{names.FIRST[(mentor.pk + number) % len(names.FIRST)]} {names.FAMILY[number]}"
        made = references.name(
            mentor=mentor, name=referee, known_as="Ran a group", email="", reach="By post", by=by, at=at
        )
        references.key_in(reference=made, said=SAID, by=by, at=at)
        references.judge(reference=made, accepted=True, words="", by=by, at=at)
    check = dbs_checks.ask(mentor=mentor, level="enhanced", by=by, at=at)
    has_convictions = mentor.pk % 3 == 0
    dbs_checks.decide(
        check=check,
        outcome="recorded" if has_convictions else "clear",
        decision="suitable",
        number=f"0017{mentor.pk:08d}",
        issued_on=local_day(at),
        words="Long ago, and told to us at the start. Talked through and weighed up." if has_convictions else "",
        by=by,
        at=at,
    )
    for when in (at, again):
        assess(mentor=mentor, by=by, second=second, at=when)
    for slug in mandatory(inside=True):
        mentors.train(mentor=mentor, module=slug, version="2025", completed_on=local_day(at), by=by, at=at)


def assess(*, mentor: Mentor, by: User, second: User, at: datetime) -> None:
    written = risk_assessments.write(
        mentor=mentor,
        risks="Knows some people inside from before.",
        safeguards="Tells us beforehand whom they know. Never matched with somebody from the same address.",
        decision="with_safeguards",
        look_again_on=local_day(at) + timedelta(days=365),
        key=f"demo-risk-{mentor.ref}-{at:%Y%m%d}",
        by=by,
        at=at,
    )
    risk_assessments.sign(assessment=written, by=second, at=at)


def clear_for(*, mentor: Mentor, person: Person, at: datetime, dice: Random) -> None:
    """Cleared by each prison where this person has been; a few clearances run out within weeks, and are chased."""
    soon = {0: 386, 2: 410, 4: 430}.get(mentor.pk % 6, 480)
    for stay in person.locations.select_related("establishment"):
        if stay.establishment is not None and mentor.supervisor is not None:
            lasts = dice.choice([soon, 470, 500, 620, 700, 730])
            _clear(mentor, stay.establishment, mentor.supervisor, at, lasts)


def _clear(mentor: Mentor, prison: Establishment, by: User, at: datetime, days: int) -> None:
    """Every fourth by the lived experience route."""
    clearance = clearances.begin(mentor=mentor, establishment=prison, by=by, at=at)
    if clearance.status != Step.NOT_APPLIED:
        return
    clearances.take(clearance=clearance, to=Step.APPLIED, by=by, at=at)
    if mentor.pk % 4 == 0:
        refused = "Convictions less than ten years ago. The prison says the lived experience route is open."
        clearances.take(clearance=clearance, to=Step.STANDARD_REFUSED, reason="vetting", words=refused, by=by, at=at)
        clearances.take(clearance=clearance, to=Step.LEAP_SUBMITTED, by=by, at=at)
    day = local_day(at)
    until = day + timedelta(days=days)
    clearances.take(clearance=clearance, to=Step.GRANTED, valid_from=day, valid_until=until, by=by, at=at)
