"""Making a cohort, who is in it, and putting all of it on a course."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from places.models import Establishment
from training.actions import enrolments
from training.models import Cohort, CohortMember, CoursePage, Enrolment, Learner

CLOSED = "This cohort has ended."


@transaction.atomic
def add(
    *, establishment: Establishment, name: str, course: CoursePage | None, due_on: date | None, key: str, by: Any,
    at: datetime,
) -> Cohort:  # fmt: skip
    """A new cohort, still empty. The same form sent again answers with the same cohort."""
    if earlier := Cohort.objects.filter(key=key, made_by=by).first():
        return earlier
    tidy = clean(name, lines=False)[:60]
    if not tidy:
        raise NotAllowed("Give the cohort a name.")
    if due_on is not None and due_on < local_day(at):
        raise NotAllowed("The day to finish by has passed already.")
    try:
        with transaction.atomic():
            cohort = Cohort.objects.create(
                key=key, name=tidy, establishment=establishment, due_on=due_on, made_at=at, made_by=by,
                course_key=course.translation_key if course else None, course_title=course.title if course else "",
            )  # fmt: skip
    except IntegrityError:
        raise NotAllowed("This form belongs to somebody else. Start a new one.") from None
    audit.record(verb="training.cohort.made", by=by, at=at, subject=cohort)
    return cohort


@transaction.atomic
def join(
    *, cohort: Cohort, learner: Learner, by: Any, at: datetime, source: str = Enrolment.Source.STAFF
) -> Enrolment | None:
    """Somebody of that prison is in the cohort from today, and on its course. Asked twice, they are in it once."""
    held = Cohort.objects.select_for_update().get(pk=cohort.pk)
    if held.closed_on is not None:
        raise NotAllowed(CLOSED)
    if not learner.stations.current().filter(establishment=held.establishment_id).exists():
        raise NotAllowed("Only people who work at this prison can be in its cohort.")
    if not held.members.filter(learner=learner, until=None).exists():
        CohortMember.objects.create(cohort=held, learner=learner, since=local_day(at))
        audit.record(verb="training.cohort.joined", by=by, at=at, subject=held, learner=learner.ref)
    return _enrol(held, learner, source, by, at)


def _enrol(cohort: Cohort, learner: Learner, source: str, by: Any, at: datetime) -> Enrolment | None:
    course = CoursePage.objects.live().filter(translation_key=cohort.course_key).order_by("pk").first()
    if cohort.course_key is None or course is None:
        return None
    return enrolments.enrol(
        learner=learner, course=course, source=source, establishment=cohort.establishment, due_on=cohort.due_on, by=by,
        at=at,
    )  # fmt: skip


@transaction.atomic
def leave(*, cohort: Cohort, learner: Learner, by: Any, at: datetime) -> None:
    """They are not in the cohort any more. The course they are on goes on."""
    if cohort.members.filter(learner=learner, until=None).update(until=local_day(at)):
        audit.record(verb="training.cohort.left", by=by, at=at, subject=cohort, learner=learner.ref)


@transaction.atomic
def close(*, cohort: Cohort, by: Any, at: datetime) -> Cohort:
    """The cohort has ended. What its people learn goes on; its codes put nobody in it any more."""
    if not Cohort.objects.open().filter(pk=cohort.pk).update(closed_on=local_day(at)):
        raise NotAllowed("This cohort has ended already.")
    cohort.refresh_from_db()
    audit.record(verb="training.cohort.closed", by=by, at=at, subject=cohort)
    return cohort
