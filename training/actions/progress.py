"""Going through a module: in the version that was begun, or on with a newer one."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from audit import actions as audit
from common.transitions import NotAllowed
from training.actions import certificates
from training.models import Enrolment, ModuleVersion, Progress
from training.rules import versions as rules


@transaction.atomic
def begin(*, enrolment: Enrolment, version: ModuleVersion, by: Any, at: datetime) -> Progress:
    """Begin a module of the course, in this version. Who has begun goes on in the one that they began."""
    if version.course_key != enrolment.course_key:
        raise NotAllowed("This module is not part of the course.")
    known = {"enrolment": enrolment, "module_key": version.module_key}
    if earlier := Progress.objects.filter(**known).first():
        return earlier
    try:
        with transaction.atomic():
            progress = Progress.objects.create(**known, version=version, begun_at=at)
    except IntegrityError:
        return Progress.objects.get(**known)
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
