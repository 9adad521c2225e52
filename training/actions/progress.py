"""Going through a module: in the version that was begun, or on with a newer one."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.dates import local_day
from common.transitions import NotAllowed
from places.models import Establishment
from training.actions import certificates, enrolments, learners, statements, stations
from training.models import CoursePage, Enrolment, Job, ModuleVersion, Progress
from training.rules import versions as rules
from training.rules.enrolments import why_not_begin


@transaction.atomic
def take_up(
    *,
    version: ModuleVersion,
    name: str,
    establishment: Establishment | None,
    roles: Collection[str],
    by: Any,
    at: datetime,
) -> Progress:
    """Somebody who signs in begins a module by themselves: as a learner, on its course, in this version."""
    found = CoursePage.objects.live().filter(translation_key=version.course_key).order_by("pk").first()
    if found is None or version.page is None or not version.page.live:
        raise NotAllowed("This module is not open any more.")
    place = establishment.name if establishment else ""
    learner = learners.add(name=name, place=place, login=by, by=by, at=at)
    if establishment is not None and not learner.stations.current().exists():
        # Or whoever leads learning there would not see them. What they do there is for the lead to say.
        stations.begin(learner=learner, establishment=establishment, job=Job.OTHER, since=local_day(at), by=by, at=at)
    enrolment = Enrolment.objects.active().filter(learner=learner, course_key=version.course_key).first()
    if enrolment is None:
        # Whoever was put on it by somebody has been asked already.
        if reasons := why_not_begin(audience=found.audience, roles=roles):
            raise NotAllowed(*reasons)
        enrolment = enrolments.enrol(
            learner=learner, course=found, source=Enrolment.Source.SELF, establishment=establishment, by=by, at=at
        )
    return begin(enrolment=enrolment, version=version, by=by, at=at)


@transaction.atomic
def begin(*, enrolment: Enrolment, version: ModuleVersion, by: Any, at: datetime) -> Progress:
    """Begin a module of the course, in this version. Who has begun goes on in the one that they began."""
    if version.course_key != enrolment.course_key:
        raise NotAllowed("This module is not part of the course.")
    known = {"enrolment": enrolment, "module_key": version.module_key}
    if earlier := Progress.objects.first_time().filter(**known).first():
        return earlier
    try:
        with transaction.atomic():
            progress = Progress.objects.create(**known, version=version, begun_at=at)
    except IntegrityError:
        return Progress.objects.first_time().get(**known)
    statements.promise_began(progress=progress, by=by, at=at)
    audit.record(verb="training.module.begun", by=by, at=at, subject=progress, version=version.number)
    return progress


@transaction.atomic
def see(*, progress: Progress, block_ids: list[str], by: Any, at: datetime) -> Progress:
    """They have read these. Ids that this version does not have are left out; reading twice changes nothing."""
    held = Progress.objects.select_for_update().select_related("version", "enrolment__learner").get(pk=progress.pk)
    known = rules.blocks(held.version.plain)
    new = [one for one in dict.fromkeys(block_ids) if one in known and one not in held.seen]
    if new:
        held.seen = [*held.seen, *new]
        Progress.objects.filter(pk=held.pk).update(seen=held.seen)
        certificates.finish(progress=held, by=by, at=at)
    return held


@transaction.atomic
def carry_over(*, progress: Progress, version: ModuleVersion, by: Any, at: datetime) -> Progress:
    """Go on with a newer version: what still says the same stays read. What was finished stays finished as it was."""
    held = Progress.objects.select_for_update().select_related("version").get(pk=progress.pk)
    if held.finished_at is not None:
        raise NotAllowed("This module is finished. What is new is read as a refresher.")
    if version.module_key != held.module_key or version.number <= held.version.number:
        raise NotAllowed("Choose a newer version of the same module.")
    if held.attempts.filter(handed_in_at=None).exists():
        raise NotAllowed("A test is open in the version that was begun. Hand it in first.")
    if held.answer_sheets.filter(status="printed").exists():
        raise NotAllowed("The test was printed on paper. It is typed in or cancelled first.")
    seen = rules.carried_over(held.seen, held.version.plain, version.plain)
    Progress.objects.filter(pk=held.pk).update(version=version, seen=seen)
    held.refresh_from_db()
    audit.record(verb="training.module.carried_over", by=by, at=at, subject=held, version=version.number)
    return held


@transaction.atomic
def refresh(*, progress: Progress, version: ModuleVersion, by: Any, at: datetime) -> Progress:
    """Read what is new since it was finished, and take the test again. What was finished stays as it was."""
    held = Progress.objects.select_for_update().select_related("version", "enrolment").get(pk=progress.pk)
    if begun := Progress.objects.filter(refreshes=held).first():
        return begun
    if held.finished_at is None:
        raise NotAllowed("Finish this module first.")
    if version.module_key != held.module_key or version.number < held.version.number:
        raise NotAllowed("Choose the newest version of the same module.")
    again = Progress.objects.create(
        enrolment=held.enrolment, module_key=held.module_key, version=version, refreshes=held, begun_at=at,
        seen=rules.carried_over(held.seen, held.version.plain, version.plain),
    )  # fmt: skip
    statements.promise_began(progress=again, by=by, at=at)
    audit.record(verb="training.module.refreshed", by=by, at=at, subject=again, version=version.number)
    return again
