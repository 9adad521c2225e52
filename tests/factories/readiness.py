"""All that must be in place before somebody mentors. Everyone here is made up."""

import json
from datetime import UTC, datetime, timedelta
from itertools import count

from accounts.models import RoleGrant, User
from accounts.roles import Role
from mentoring.models import Clearance, DbsCheck, Mentor, Reference, RiskAssessment
from people.models import LocationEpisode, Person
from places.models import Establishment
from training.models import Completion, Learner
from training.rules.completions import mandatory

# Long before every match of the tests, and so long that nothing runs out while they run.
BEFORE = datetime(2025, 3, 1, 10, 0, tzinfo=UTC)
FOR_EVER = BEFORE + timedelta(days=20 * 365)
ANSWERS = json.dumps({"how_long": "Six years", "recommend": "Yes"})
_number = count(1)


def staff(name: str) -> User:
    """A coordinator of no team, who did the checks; the same name is the same person."""
    somebody = User.objects.get_or_create(username=name, defaults={"display_name": name.title()})[0]
    RoleGrant.objects.get_or_create(
        user=somebody, role=Role.COORDINATOR, ended_at=None, defaults={"granted_at": BEFORE}
    )
    return somebody


def ready(mentor: Mentor, establishment: Establishment | None = None) -> Mentor:
    """Give a mentor every piece of evidence that they lack, and clearance for a prison, so that the gates are open."""
    first, second = staff("checker"), staff("second checker")
    if not mentor.references.filter(status="accepted").exists():
        references(mentor)
        dbs(mentor)
        risk(mentor, first, second)
        trained(mentor)
    Mentor.objects.filter(pk=mentor.pk, supervisor=None).update(supervisor=first)
    if establishment is not None:
        cleared(mentor, establishment)
    mentor.refresh_from_db()
    return mentor


def ready_for(mentor: Mentor, person: Person) -> Mentor:
    """As `ready`, and cleared for the prison where this person is now, if they are in one."""
    here = LocationEpisode.objects.current().filter(person=person).first()
    return ready(mentor, here.establishment if here else None)


def references(mentor: Mentor, number: int = 2) -> list[Reference]:
    return [
        Reference.objects.create(
            mentor=mentor, name=f"Referee {n}", email=f"referee{n}@example.org", status="accepted", answers=ANSWERS,
            received_at=BEFORE, decided_at=BEFORE, decided_by=staff("checker"),
        )
        for n in range(number)
    ]  # fmt: skip


def dbs(mentor: Mentor) -> DbsCheck:
    return DbsCheck.objects.create(
        mentor=mentor, level="enhanced", status="decided", outcome="clear", decision="suitable", number="001234567890",
        issued_on=BEFORE.date(), look_again_on=FOR_EVER.date(), asked_at=BEFORE, asked_by=staff("checker"),
        decided_at=BEFORE, decided_by=staff("checker"),
    )  # fmt: skip


def risk(mentor: Mentor, first: User, second: User) -> RiskAssessment:
    return RiskAssessment.objects.create(
        mentor=mentor, key=f"made-{next(_number)}", status="signed", risks="Knows people on the wing",
        decision="go_ahead", look_again_on=FOR_EVER.date(), written_at=BEFORE, written_by=first, signed_at=BEFORE,
        signed_by=second,
    )  # fmt: skip


def trained(mentor: Mentor, *, inside: bool = True) -> Learner:
    learner = Learner.objects.create(name=mentor.person.preferred_name, added_at=BEFORE)
    Completion.objects.bulk_create(
        Completion(
            learner=learner, module=slug, completed_on=BEFORE.date(), expires_on=FOR_EVER.date(), keyed_at=BEFORE
        )
        for slug in mandatory(inside=inside)
    )
    Mentor.objects.filter(pk=mentor.pk).update(learner=learner)
    mentor.refresh_from_db()
    return learner


def cleared(mentor: Mentor, establishment: Establishment) -> Clearance:
    return Clearance.objects.update_or_create(
        mentor=mentor,
        establishment=establishment,
        defaults={
            "status": "granted", "since": BEFORE, "valid_from": BEFORE.date(), "valid_until": FOR_EVER.date()
        },
    )[0]  # fmt: skip
