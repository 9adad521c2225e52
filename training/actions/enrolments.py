"""Beginning a course, and leaving it."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.transitions import NotAllowed
from places.models import Establishment
from training.models import CoursePage, Enrolment, Learner


@transaction.atomic
def enrol(
    *,
    learner: Learner,
    course: CoursePage,
    source: str,
    by: Any,
    at: datetime,
    establishment: Establishment | None = None,
    due_on: date | None = None,
) -> Enrolment:
    """Put somebody on a course. Who is on it already stays on it as they are."""
    if not course.live:
        raise NotAllowed("This course is not published.")
    known = {"learner": learner, "course_key": course.translation_key}
    if earlier := Enrolment.objects.active().filter(**known).first():
        return earlier
    try:
        with transaction.atomic():
            enrolment = Enrolment.objects.create(
                **known, course_title=course.title, language=course.locale.language_code, source=source,
                establishment=establishment, due_on=due_on, enrolled_at=at, enrolled_by=by,
            )  # fmt: skip
    except IntegrityError:
        return Enrolment.objects.active().get(**known)
    audit.record(verb="training.enrolment.begun", by=by, at=at, subject=enrolment, source=source)
    return enrolment


@transaction.atomic
def withdraw(*, enrolment: Enrolment, by: Any, at: datetime) -> None:
    """They leave the course. What they finished stays theirs."""
    if Enrolment.objects.active().filter(pk=enrolment.pk).update(withdrawn_at=at):
        audit.record(verb="training.enrolment.withdrawn", by=by, at=at, subject=enrolment)
