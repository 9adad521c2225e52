"""What one prison learns: twelve made-up staff, each somewhere else on the way; a cohort, a code, three events."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from accounts.models import User
from common.dates import local_day
from places.models import Establishment
from training.actions import (
    attempts,
    cohorts,
    confidences,
    events,
    headcounts,
    join_codes,
    learners,
    progress,
    shipped,
    stations,
)
from training.models import Attendance, Cohort, CoursePage, Enrolment, Event, Job, Learner, ModuleVersion
from training.rules import confidences as sure
from training.rules.versions import blocks, questions

DAY = timedelta(days=1)
# Name, job, how many modules they have finished, how many days ago, and how many questions of the first they got wrong.
STAFF = (
    ("Amara Diggle", Job.OFFICER, 6, 60, 0),
    ("Bryony Tate", Job.OFFICER, 6, 330, 1),
    ("Callum Ferro", Job.PLANNING, 6, 400, 0),
    ("Devi Rowan", Job.OFFICER, 3, 30, 1),
    ("Ewan Brock", Job.CARE, 3, 25, 2),
    ("Farida Nunn", Job.EDUCATION, 2, 20, 0),
    ("Gil Oakes", Job.HEALTH, 2, 14, 1),
    ("Hester Lamb", Job.OFFICER, 1, 10, 0),
    ("Idris Vale", Job.RESETTLEMENT, 1, 8, 1),
    ("Jonty Reeve", Job.OFFICER, 1, 3, 1),
    ("Kerry Dunmore", Job.OFFICER, 0, 0, 0),
    ("Lowri Sayer", Job.MANAGER, 0, 0, 0),
)
LATE = ("Jonty Reeve", "Kerry Dunmore")
IN_POST: dict[str, int] = {
    Job.OFFICER: 64,
    Job.PLANNING: 11,
    Job.RESETTLEMENT: 6,
    Job.EDUCATION: 9,
    Job.HEALTH: 14,
    Job.CARE: 8,
}


def load(*, logins: Mapping[str, User], at: datetime) -> None:
    shipped.place(by=None, at=at)
    hana, leeds = logins["hana"], Establishment.objects.get(code="LEI")
    course = CoursePage.objects.get(slug="staff")
    cohort = cohorts.add(
        establishment=leeds, name="Autumn, house block C", course=course, due_on=local_day(at) + 14 * DAY,
        key="democohort01", by=hana, at=at - 90 * DAY,
    )  # fmt: skip
    # Those of the spring were to be finished by now.
    spring = cohorts.add(
        establishment=leeds, name="Spring", course=course, due_on=local_day(at) - 10 * DAY, key="democohort02", by=hana,
        at=at - 100 * DAY,
    )  # fmt: skip
    people = [_member(leeds, spring if line[0] in LATE else cohort, line, hana, at) for line in STAFF]
    learners.adjust(learner=people[5], adjustments=["extra_time", "read_aloud"], by=hana, at=at - 40 * DAY)
    _moved_and_left(leeds, hana, at)
    headcounts.count(establishment=leeds, in_post=IN_POST, counted_on=local_day(at) - 21 * DAY, by=hana, at=at)
    join_codes.make(
        establishment=leeds, cohort=cohort, job=Job.OFFICER, places=30, expires_on=local_day(at) + 60 * DAY,
        key="democode0001", by=hana, at=at - 9 * DAY,
    )  # fmt: skip
    _events(people, leeds, logins, at)


def _member(leeds: Establishment, cohort: Cohort, line: tuple[Any, ...], by: User, at: datetime) -> Learner:
    name, job, finished, days, wrong = line
    began = at - max(days + 20, 90) * DAY
    email = f"{name.split()[0].lower()}@example.org" if job != Job.HEALTH else ""
    learner, _ = learners.place_at(
        establishment=leeds, name=name, job=job, email=email, since=local_day(began), by=by, at=began
    )
    enrolment = cohorts.join(cohort=cohort, learner=learner, by=by, at=began)
    if enrolment is not None and finished:
        for place, version in enumerate(_versions(enrolment)[: finished + 1]):
            _learn(enrolment, version, place < finished, wrong if place == 0 else 0, by, at - (days - place) * DAY)
    return learner


def _versions(enrolment: Enrolment) -> list[ModuleVersion]:
    newest = ModuleVersion.objects.newest().filter(course_key=enrolment.course_key)
    return list(newest.order_by("page__path", "pk"))


def _learn(enrolment: Enrolment, version: ModuleVersion, to_the_end: bool, wrong: int, by: User, at: datetime) -> None:
    """Typed in from paper, since nobody here signs in. Without `to_the_end` they have only begun."""
    begun = progress.begin(enrolment=enrolment, version=version, by=by, at=at)
    for name in sure.asked(version.plain, "before"):
        confidences.say(progress=begun, block_id=name, sure=2, by=by, at=at)
    if not to_the_end:
        return
    for name in sure.asked(version.plain, "after"):
        confidences.say(progress=begun, block_id=name, sure=4 - wrong % 2, by=by, at=at)
    progress.see(progress=begun, block_ids=list(blocks(version.plain)), by=by, at=at)
    attempt = attempts.begin(progress=begun, mode="paper", by=by, at=at)
    attempts.hand_in(attempt=attempt, given=_answers(version, wrong), written_on=local_day(at), by=by, at=at)


def _answers(version: ModuleVersion, wrong: int) -> dict[str, Any]:
    asked = {name: one["value"] for name, one in questions(version.plain).items() if one["value"]["when"] == "test"}
    given = {name: _right(said) for name, said in asked.items()}
    for name in list(given)[:wrong]:
        options = asked[name]["options"]
        given[name] = next((one["id"] for one in options if not one.get("right")), None)
    return given


def _right(question: Mapping[str, Any]) -> Any:
    options = question["options"]
    if question["kind"] == "order":
        return [one["id"] for one in options]
    if question["kind"] == "match":
        return {one["id"]: one["id"] for one in options}
    right = [one["id"] for one in options if one.get("right")]
    return right if question["kind"] == "multiple" else next(iter(right), None)


def _moved_and_left(leeds: Establishment, by: User, at: datetime) -> None:
    """One came from another prison with a record, and one has left; neither changes what was counted before."""
    other = Establishment.objects.exclude(pk=leeds.pk).order_by("name").first()
    if other is None:
        return
    for name, code in (("Mabel Quill", leeds), ("Ned Farrow", other)):
        before = other if code == leeds else leeds
        learner, _ = learners.place_at(
            establishment=before, name=name, job=Job.OFFICER, since=local_day(at) - 300 * DAY, by=by, at=at - 300 * DAY
        )
        stations.move(
            station=learner.stations.get(), establishment=code, job=Job.OFFICER, day=local_day(at) - 35 * DAY, by=by,
            at=at - 35 * DAY,
        )  # fmt: skip


def _events(people: list[Learner], leeds: Establishment, logins: Mapping[str, User], at: datetime) -> None:
    """One was held with a peer mentor beside; one lies ahead, moved; one was called off."""
    marion, morning = logins["marion"], at.replace(hour=9, minute=30, second=0, microsecond=0)
    words = ModuleVersion.objects.newest().get(page__slug="staff-words")
    trainer = learners.add(
        name=logins["alex"].display_name, place="", login=logins["alex"], by=marion, at=at - 50 * DAY
    )

    def plan(key: str, days: int) -> Event:
        return events.plan(
            establishment=leeds, title="Words that hurt, words that help", room="Training room", minutes=120,
            starts_at=morning + days * DAY, covers=words, key=key, by=marion, at=at - 60 * DAY,
        )  # fmt: skip

    held, ahead, off = plan("demoevent001", -20), plan("demoevent002", 9), plan("demoevent003", -6)
    for event in (held, ahead, off):
        for learner in people[6:10]:
            events.expect(event=event, learner=learner, by=marion, at=at - 50 * DAY)
        events.deliver(event=event, learner=trainer, part="beside", lived_experience=True, by=marion, at=at - 49 * DAY)
    marks = [Attendance.Mark.CAME, Attendance.Mark.CAME, Attendance.Mark.PART, Attendance.Mark.NOT_THERE]
    events.keep_register(
        event=held, marks=dict(zip([one.pk for one in people[6:10]], marks, strict=True)), by=marion, at=at - 19 * DAY
    )
    events.move_to(
        event=ahead, starts_at=morning + 16 * DAY, room="Chapel", because="The training room is being painted",
        seen=1, by=marion, at=at - 2 * DAY,
    )  # fmt: skip
    events.call_off(event=off, because="A lockdown", by=marion, at=at - 6 * DAY)
