"""People on the way to becoming mentors: one at each stage, and one who asked for a second look."""

from datetime import datetime, timedelta

from accounts.models import User
from common.dates import local_day
from desk.demo.recruitment import SAID, assess
from mentoring.actions import appeals, applications, dbs_checks, decisions, interests, interviews, mentors, references
from mentoring.actions.applications import Answers, Referee
from mentoring.models import MentorApplication
from people.actions import persons
from places.models import Establishment, Team
from training.rules.completions import mandatory

FOR = "Somebody walked with me when I came out. I want to do the same."
# Their first names, and how far each has come: the number of steps after they were asked to apply.
ON_THE_WAY = (
    ("Tariq", -1),
    ("Bronwen", 0),
    ("Kai", 1),
    ("Ewan", 2),
    ("Sade", 3),
    ("Mina", 4),
    ("Rhys", 5),
    ("Tess", 6),
)
WORDS = "We have no room in the team until spring. Please come back then: we would like to see you."


def load(*, team: Team, prison: Establishment, logins: dict[str, User], at: datetime) -> None:
    rosa, marion = logins["rosa"], logins["marion"]
    for number, (name, steps) in enumerate(ON_THE_WAY):
        told = at - timedelta(days=70 - 8 * number)
        inside = prison if name == "Ewan" else None
        application = _tell(name, team, inside, rosa, told)
        if steps >= 0:
            applications.invite(application=application, known=None, by=rosa, at=told + timedelta(days=2))
        if name == "Kai" and application.mentor:
            persons.link_login(person=application.mentor.person, login=logins["kai"], by=rosa, at=at)
        for step in range(steps):
            STEPS[step](application, rosa, marion, told + timedelta(days=4 + step))
    _stopped(team, rosa, marion, at - timedelta(days=30))


def _tell(name: str, team: Team, prison: Establishment | None, by: User, at: datetime) -> MentorApplication:
    email = "" if prison else f"{name.lower()}@example.org"
    return interests.tell(
        name=name, team=team, key=f"demo-{name}", email=email, message=FOR, establishment=prison,
        sheet_code="MA-0007" if prison else "", by=by if prison else None, at=at,
    )  # fmt: skip


def _apply(application: MentorApplication, by: User, second: User, at: datetime) -> None:
    answers = Answers(
        why=FOR, experience="Six years in care, and two inside.", availability="Tuesdays and Thursdays",
        support="Bus fares, and somebody to talk to afterwards.", convictions_told="yes",
        convictions="A theft in 2016 and a fight in 2017. Nothing since.",
    )  # fmt: skip
    named = [
        Referee(name=name, known_as="Youth worker", email="", reach="By post") for name in ("Bel Arden", "Ola Finch")
    ]
    applications.submit(application=application, answers=answers, referees=named, by=by, at=at)


def _talk(application: MentorApplication, by: User, second: User, at: datetime) -> None:
    if application.mentor is None:
        return
    interviews.record(
        mentor=application.mentor, held_on=local_day(at), how="in_person", strengths="Warm, and keeps to time.",
        needs="Travel", advice="go_on", key=f"demo-talk-{application.ref}", by=by, at=at,
    )  # fmt: skip
    _go_on(application, by, second, at)


def _vouched(application: MentorApplication, by: User, second: User, at: datetime) -> None:
    if application.mentor is None:
        return
    for reference in application.mentor.references.all():
        references.key_in(reference=reference, said=SAID, by=by, at=at)
        references.judge(reference=reference, accepted=True, words="", by=by, at=at)
    _go_on(application, by, second, at)


def _checked(application: MentorApplication, by: User, second: User, at: datetime) -> None:
    if application.mentor is None:
        return
    dbs_checks.not_needed(
        mentor=application.mentor, words="Works in the community only, never alone.", by=second, at=at
    )
    assess(mentor=application.mentor, by=by, second=second, at=at)
    mentors.supervise(mentor=application.mentor, supervisor=by, by=by, at=at)
    _go_on(application, by, second, at)
    for slug in mandatory(inside=False)[:2]:
        mentors.train(mentor=application.mentor, module=slug, version="2026", completed_on=local_day(at), by=by, at=at)


def _go_on(application: MentorApplication, by: User, second: User, at: datetime) -> None:
    applications.advance(application=application, seen=application.status, by=by, at=at)


STEPS = (_apply, _talk, _vouched, _go_on, _checked, _go_on)


def _stopped(team: Team, by: User, second: User, at: datetime) -> None:
    """One declined who asks for a second look, one put off, one who stepped back, one approved."""
    declined, deferred, left = (_tell(name, team, None, by, at) for name in ("Lowri", "Joss", "Nia"))
    for application in (declined, deferred, left):
        applications.invite(application=application, known=None, by=by, at=at)
    decisions.decline(application=declined, reason="no_room", words=WORDS, by=by, at=at)
    appeals.make(application=declined, grounds="There is room in the next team, I hear.", by=by, at=at)
    day = local_day(at) + timedelta(days=120)
    decisions.defer(application=deferred, reason="no_room", words=WORDS, look_again_on=day, by=by, at=at)
    decisions.withdraw(application=left, words="A new job.", by=by, at=at)
    approved = _tell("Fay", team, None, by, at)
    applications.invite(application=approved, known=None, by=by, at=at)
    for step in STEPS:
        step(approved, by, second, at)
    if approved.mentor:
        for slug in mandatory(inside=False)[2:]:
            mentors.train(mentor=approved.mentor, module=slug, version="2026", completed_on=local_day(at), by=by, at=at)
    decisions.approve(application=approved, by=second, at=at)
