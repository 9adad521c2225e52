"""Finishing a module, and the one certificate that comes of it."""

import secrets
from datetime import datetime
from typing import Any

from django.db import transaction

from audit import actions as audit
from common.dates import local_day
from common.text import clean
from common.transitions import NotAllowed
from law.months import add_months
from training.actions import statements
from training.models import Certificate, Completion, Learner, Progress
from training.models.assessments import waits_for_somebody
from training.rules.certificates import new_code, why_not_put_right
from training.rules.versions import canonical, sha256


@transaction.atomic
def pass_test(*, progress: Progress, by: Any, at: datetime) -> None:
    """The test is passed; where everything has been read as well, the module is finished."""
    held = Progress.objects.select_for_update().select_related("version", "enrolment__learner").get(pk=progress.pk)
    if held.passed_at is None:
        held.passed_at = at
        held.save(update_fields=["passed_at"])
    finish(progress=held, by=by, at=at)


@transaction.atomic
def finish(*, progress: Progress, by: Any, at: datetime) -> Certificate | None:
    """Everything read, the test passed, nobody's eyes waited for: one certificate, however often it is asked for."""
    held = Progress.objects.select_for_update().select_related("version", "enrolment__learner").get(pk=progress.pk)
    if held.passed_at is None or not held.has_read_all:
        return None
    if held.finished_at is not None:
        return held.certificate
    if waits_for_somebody(held):
        return None
    held.finished_at = at
    held.save(update_fields=["finished_at"])
    certificate = _issue(held, at)
    _open_the_gate(held, certificate, by, at)
    statements.promise_completed(progress=held, by=by, at=at)
    audit.record(verb="training.certificate.issued", by=by, at=at, subject=held)
    return certificate


@transaction.atomic
def withdraw(*, certificate: Certificate, reason: str, by: Any, at: datetime) -> Certificate:
    """It was given in error. The page that verifies it says so from now on."""
    if not reason.strip():
        raise NotAllowed("Say why it is withdrawn.")
    changed = Certificate.objects.filter(pk=certificate.pk, withdrawn_on=None).update(
        withdrawn_on=local_day(at), withdrawn_because=reason.strip()[:300], withdrawn_by=by
    )
    certificate.refresh_from_db()
    if changed:
        audit.record(verb="training.certificate.withdrawn", by=by, at=at, subject=certificate)
    return certificate


@transaction.atomic
def put_right(*, certificate: Certificate, name: str, reason: str, by: Any, at: datetime) -> Certificate:
    """The name on it was wrong, or has changed: it is given again, with a new code. The one before stays verifiable,
    and says that a newer one has taken its place. All else stays as it was learned.
    """
    tidy, reason = clean(name, lines=False)[:100], clean(reason, lines=False)[:300]
    if reasons := why_not_put_right(name=tidy, before=certificate.plain["name"], reason=reason):
        raise NotAllowed(*reasons)
    Progress.objects.select_for_update().get(pk=certificate.progress_id)
    held = Certificate.objects.select_related("progress").get(pk=certificate.pk)
    if held.superseded_by_id or held.withdrawn_on:
        raise NotAllowed("This certificate does not stand any more.")
    snapshot = held.plain | {"name": tidy}
    new = Certificate.objects.create(
        code=new_code(secrets.choice), progress=held.progress, issue=held.issue + 1, learner=held.learner,
        snapshot=canonical(snapshot), sha256=sha256(snapshot), issued_at=at, expires_on=held.expires_on,
        may_show_name=held.may_show_name,
    )  # fmt: skip
    Certificate.objects.filter(pk=held.pk).update(
        superseded_by=new, superseded_on=local_day(at), superseded_because=reason
    )
    Learner.objects.filter(pk=held.learner_id).update(name=tidy)
    audit.record(verb="training.certificate.put_right", by=by, at=at, subject=new)
    return new


@transaction.atomic
def show_name(*, certificate: Certificate, show: bool, by: Any, at: datetime) -> Certificate:
    """Its holder decides whether whoever checks it sees their name, and may change their mind."""
    Certificate.objects.filter(pk=certificate.pk).update(may_show_name=show)
    certificate.refresh_from_db()
    audit.record(verb="training.certificate.name_decided", by=by, at=at, subject=certificate)
    return certificate


def _issue(progress: Progress, at: datetime) -> Certificate:
    version, said, day = progress.version, progress.version.plain, local_day(at)
    snapshot = {
        "name": progress.enrolment.learner.name, "course": progress.enrolment.course_title, "module": version.title,
        "version": version.number, "version_sha256": version.sha256, "outcomes": said["outcomes"],
        "minutes": said["minutes"], "finished_on": day.isoformat(), "language": version.language,
    }  # fmt: skip
    months = said["valid_months"]
    certificate = Certificate.objects.create(
        code=new_code(secrets.choice), progress=progress, learner=progress.enrolment.learner,
        snapshot=canonical(snapshot), sha256=sha256(snapshot), issued_at=at,
        expires_on=add_months(day, months) if months else None,
    )  # fmt: skip
    _supersede(certificate, day)
    return certificate


def _supersede(certificate: Certificate, day: Any) -> None:
    """An earlier one of the same learner for the same module stays verifiable, and says that there is a newer one."""
    earlier = Certificate.objects.filter(
        learner=certificate.learner, progress__module_key=certificate.progress.module_key, superseded_by=None
    ).exclude(pk=certificate.pk)
    if found := earlier.order_by("-issued_at").first():
        Certificate.objects.filter(pk=found.pk).update(superseded_by=certificate, superseded_on=day)


def _open_the_gate(progress: Progress, certificate: Certificate, by: Any, at: datetime) -> None:
    """Where the module counts for something (mentoring's gates), it is a completion from today."""
    version = progress.version
    if version.opens:
        Completion.objects.get_or_create(
            learner=progress.enrolment.learner, module=version.opens, completed_on=local_day(at),
            defaults={
                "version": f"version {version.number}", "expires_on": certificate.expires_on, "keyed_at": at,
                "keyed_by": by,
            },
        )  # fmt: skip
