"""The steps of an application, from being asked to apply to training. The first word is in interests.py."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed, move
from mentoring.actions import mentors, references
from mentoring.models import DbsCheck, Mentor, MentorApplication, Reference, RiskAssessment
from mentoring.rules import applications as rules
from mentoring.rules.applications import Stage
from people.actions import locations, persons
from people.models import Person
from people.models.locations import WhereKind

LARGEST = 60_000


@dataclass(frozen=True, kw_only=True)
class Referee:
    name: str
    known_as: str
    email: str
    reach: str


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The application itself, in the applicant's own words."""

    why: str
    experience: str
    availability: str
    support: str
    convictions_told: str
    convictions: str


@transaction.atomic
def invite(*, application: MentorApplication, known: Person | None, by: Any, at: datetime) -> MentorApplication:
    """Ask them to apply. They become a person here, or are one already (`known`), and a mentor who is applying."""
    person = known or persons.add(
        preferred_name=application.name[:60], family_name=application.family_name, team=application.team, by=by, at=at
    )
    mentor = Mentor.objects.filter(person=person).first()
    if mentor is None:
        mentor = mentors.add(
            person=person, team=application.team, joined_on=local_day(at), supervisor=None, by=by, at=at
        )
    if known is None and application.establishment is not None:
        locations.record(person=person, kind=WhereKind.CUSTODY, establishment=application.establishment, by=by, at=at)
    try:
        with transaction.atomic():
            move(application, to=Stage.INVITED, frm={Stage.INTERESTED}, mentor=mentor, since=at)
    except IntegrityError:
        raise NotAllowed("They have an application under way already.") from None
    audit.record(verb="mentoring.application.invited", by=by, at=at, subject=application, about=person)
    return application


@transaction.atomic
def keep(*, application: MentorApplication, content: Mapping[str, list[str]], by: Any, at: datetime) -> bool:
    """Keep the half-written form as it stands. Answers False once it was sent: a late save never brings it back."""
    written = json.dumps(dict(content), ensure_ascii=False)
    if len(written) > LARGEST:
        raise NotAllowed("That is too long to keep. Shorten it, or send it in two parts.")
    is_new = not application.draft
    try:
        move(application, to=Stage.INVITED, frm={Stage.INVITED}, draft=written, drafted_at=at)
    except NotAllowed:
        return False
    if is_new:
        audit.record(verb="mentoring.application.begun", by=by, at=at, subject=application, about=_person(application))
    return True


@transaction.atomic
def submit(
    *, application: MentorApplication, answers: Answers, referees: Sequence[Referee], by: Any, at: datetime
) -> MentorApplication:
    """Send the application: by the applicant, or keyed in by staff from paper. What was kept half-written goes."""
    named = [referee for referee in referees if referee.name.strip()]
    reasons = rules.why_not_submit(
        why=answers.why, told=answers.convictions_told, convictions=answers.convictions, referees=len(named)
    )
    if reasons:
        raise NotAllowed(*reasons)
    said = {name: clean(getattr(answers, name)) for name in Answers.__dataclass_fields__}
    if answers.convictions_told == "no":
        said["convictions"] = ""
    move(
        application, to=Stage.SUBMITTED, frm={Stage.INVITED}, since=at, submitted_at=at, submitted_by=by, draft="",
        drafted_at=None, **said,
    )  # fmt: skip
    for referee in named:
        references.name(
            mentor=_mentor(application), name=referee.name, known_as=referee.known_as, email=referee.email,
            reach=referee.reach, by=by, at=at,
        )  # fmt: skip
    audit.record(verb="mentoring.application.submitted", by=by, at=at, subject=application, about=_person(application))
    return application


@transaction.atomic
def advance(*, application: MentorApplication, seen: str, by: Any, at: datetime) -> MentorApplication:
    """Take the next stage, if nothing stands in the way. `seen` is the stage that the button was on: two clicks on
    one button are one step."""
    to = rules.next_stage(seen)
    reasons = why_not_advance(application=application, at=at) if application.status == seen else []
    if to is None or seen not in rules.BY_BUTTON:
        reasons = ["That is not the next step from here."]
    if reasons:
        raise NotAllowed(*reasons)
    move(application, to=str(to), frm={seen}, since=at)
    mentor = _mentor(application)
    if to == Stage.TRAINING and mentor.status == Mentor.Status.APPLYING:
        mentors.change_status(mentor=mentor, to=Mentor.Status.TRAINING, reason="", by=by, at=at)
    audit.record(
        verb="mentoring.application.advanced", by=by, at=at, subject=application, about=mentor.person, to=str(to)
    )
    return application


def why_not_advance(*, application: MentorApplication, at: datetime) -> list[str]:
    """What stands in the way of the next stage, in sentences; empty when its button may be pressed."""
    # Afresh: a page may have been open for long.
    mentor = Mentor.objects.with_support().filter(applications=application).first()
    if mentor is None:
        return []
    return rules.why_not_advance(
        application.status,
        talked=mentor.interviews.exists(),
        references=mentor.references.filter(status=Reference.Status.ACCEPTED).count(),
        dbs=DbsCheck.objects.standing_of(mentor, on=local_day(at)),
        risk=RiskAssessment.objects.standing_of(mentor, on=local_day(at)),
        supervised=getattr(mentor, "supported", False),
    )


def _mentor(application: MentorApplication) -> Mentor:
    if application.mentor is None:
        raise NotAllowed("Ask them to apply first.")
    return application.mentor


def _person(application: MentorApplication) -> Person:
    return _mentor(application).person
