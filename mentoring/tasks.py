"""Work of the programme in the background."""

from django.utils import timezone
from django_tasks import task

from common.transitions import NotAllowed
from mentoring.actions import (
    advocacy,
    clearances,
    debriefs,
    drafts,
    follow_ups,
    hand_overs,
    imports,
    lapses,
    references,
    referrals,
    repeats,
    reviews,
    supervisions,
    triage,
    uncleared,
)
from mentoring.models import Import
from worker.limits import limited

TOLD_EACH = 50  # rows of an import between two words about how far it is


@task()
def purge_drafts() -> None:
    """Let go of half-written sessions that nobody touched for 30 days, and of applications after 90."""
    now = timezone.now()
    drafts.purge(by=None, at=now)
    drafts.purge_applications(by=None, at=now)


@task()
def look_ahead() -> None:
    """Plan reviews; ask the teams to look at reviews, answers, follow-ups and messages that have come due, and
    managers at those whom no team took.
    """
    now = timezone.now()
    reviews.plan_all(by=None, at=now)
    for raise_due in (reviews.raise_due, advocacy.raise_overdue, follow_ups.raise_due, triage.escalate):
        raise_due(by=None, at=now)
    hand_overs.raise_overdue(by=None, at=now)
    hand_overs.settle_answered(by=None, at=now)


@task()
def raise_due_supervision() -> None:
    """Ask teams to make time for the mentors whose supervision is due."""
    supervisions.raise_due(by=None, at=timezone.now())


@task()
def ask_for_talks_after_concerns() -> None:
    """Whoever raised a concern in a session is offered a talk."""
    debriefs.ask_after_concerns(by=None, at=timezone.now())


@task()
def make_meetings() -> None:
    """Make the next meetings of everything that repeats, up to 26 ahead."""
    repeats.make_ahead(by=None, at=timezone.now())


@task()
def purge_referrals() -> None:
    """Let go of referrals that nobody sent for 30 days."""
    referrals.purge(by=None, at=timezone.now())


@task()
def find_lapses() -> None:
    """What ran out: matches wait, and staff are told; what ends soon is chased."""
    now = timezone.now()
    lapses.find(by=None, at=now)
    clearances.expire(by=None, at=now)
    lapses.chase(by=None, at=now)
    uncleared.ask_about_meetings(by=None, at=now)


@task()
def chase_references() -> None:
    """Once more to referees who have not answered for ten days."""
    references.chase_all(by=None, at=timezone.now())


@task(queue_name="slow")
@limited(seconds=1800)
def apply_import(ref: str) -> None:
    """Bring the rows of an import in, one by one. Run again, it goes on where it was: no row comes twice."""
    brought = Import.objects.select_related("applied_by").get(ref=ref)
    if brought.status != Import.Status.APPLYING:
        return
    by, refused = brought.applied_by, []
    for number, row in enumerate(brought.read_rows(), start=1):
        try:
            if row["problems"]:
                raise NotAllowed(*row["problems"])
            imports.bring(brought=brought, row=row, by=by, at=timezone.now())
        except NotAllowed as no:
            refused.append(row | {"problems": no.reasons})
        if number % TOLD_EACH == 0:
            imports.note_progress(brought=brought, done=number, by=by, at=timezone.now())
    imports.finish(brought=brought, refused=refused, by=by, at=timezone.now())


@task()
def let_go_of_imports() -> None:
    """No file from another system is kept longer than a day."""
    imports.let_go(by=None, at=timezone.now())
