"""Who is told by email that a course is due, or that what they learned runs out. Mentors hear it from mentoring."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from common.dates import LONDON, local_day
from messaging.pointers import pointer
from messaging.reminders import Occasion
from training.holding import matrix_of
from training.models import Certificate, Completion, Enrolment, Learner, Station
from training.rules.matrix import counts

DUE, RUNS_OUT = "training.due", "training.runs_out"
DUE_AT, RUNS_OUT_AT = (14, 3), (60, 14)  # days before
MORNING = time(10)


def course_due(since: datetime, until: datetime) -> Iterator[Occasion]:
    """14 and 3 days before the day by which a course is to be finished, to whoever has not finished it."""
    today = local_day(since)
    window = (today, today + timedelta(days=max(DUE_AT)))
    soon = Enrolment.objects.active().filter(due_on__range=window, learner__login__is_active=True)
    by_course: dict[Any, list[Enrolment]] = defaultdict(list)
    for enrolment in soon.select_related("learner__login").order_by("pk"):
        by_course[enrolment.course_key].append(enrolment)
    for course, enrolments in by_course.items():
        found = matrix_of(learners=[one.learner for one in enrolments], on=today, course_key=course)
        for enrolment in enrolments:
            cells = found.rows[enrolment.learner_id].cells.values()
            if enrolment.due_on and any(not counts(cell.standing) for cell in cells):
                yield _told(enrolment, enrolment.learner, enrolment.due_on, since, DUE_AT)


def runs_out(since: datetime, until: datetime) -> Iterator[Occasion]:
    """60 and 14 days before what staff learned runs out, unless they hold it for longer."""
    today = local_day(since)
    window = (today, today + timedelta(days=max(RUNS_OUT_AT)))
    at_work = Exists(Station.objects.current().filter(learner=OuterRef("learner")))
    staff = Q(at_work, learner__login__is_active=True, expires_on__range=window)
    ending = Certificate.objects.filter(staff, withdrawn_on=None, superseded_by=None)
    for certificate in ending.select_related("learner__login", "progress").order_by("pk"):
        yield _told(certificate.progress, certificate.learner, certificate.expires_on, since, RUNS_OUT_AT)
    again = Completion.objects.filter(
        learner=OuterRef("learner"), module=OuterRef("module"), expires_on__gt=OuterRef("expires_on")
    )
    certified = Certificate.objects.filter(
        learner=OuterRef("learner"), progress__version__opens=OuterRef("module"), withdrawn_on=None
    )
    face_to_face = Completion.objects.filter(staff, ~Exists(again), ~Exists(certified))
    for done in face_to_face.select_related("learner__login").order_by("pk"):
        yield _told(done, done.learner, done.expires_on, since, RUNS_OUT_AT)


def _told(about: Any, learner: Learner, day: date | None, since: datetime, marks: tuple[int, ...]) -> Occasion:
    assert day is not None
    mark = min(days for days in marks if local_day(since) >= day - timedelta(days=days))
    due = max(since, datetime.combine(day - timedelta(days=mark), MORNING, tzinfo=LONDON))
    link = f"{settings.PUBLIC_BASE_URL}{reverse('training:learning-mine')}"
    return Occasion(
        subject=about, recipient=pointer(learner.login), slot=f"{day:%Y%m%d}-{mark}", send_after=due,
        send_before=due + timedelta(days=2), values={"day": day, "link": link},
    )  # fmt: skip
