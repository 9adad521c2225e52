"""Each night: who has not heard from us for two weeks, whose training runs out, and who must be kept apart."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from casefiles_support.actions import duties, supporters
from casefiles_support.models import Checkpoint, Journey, Supporter
from casefiles_support.rules.supporters import SOON
from common.dates import local_day
from mentoring.models import MatchBlock
from training.models import Completion
from training.rules.completions import FILE_SUPPORT

IN_TOUCH = timedelta(days=14)
# While somebody waits, or their papers do.
WAITING = (Journey.Status.WAITING, Journey.Status.FILE_HERE)
BATCH = 500


@transaction.atomic
def keep_in_touch(*, by: Any, at: datetime) -> int:
    """Ask for a word to everybody who has had none for two weeks. Who has paused is left alone."""
    today = local_day(at)
    newest = Checkpoint.objects.filter(journey=OuterRef("pk")).order_by().values("journey").annotate(last=Max("on"))
    waiting = Journey.objects.filter(status__in=WAITING).annotate(last=Subquery(newest.values("last")))
    late = waiting.filter(Q(last__lte=today - IN_TOUCH) | Q(last=None)).select_related("person").order_by("pk")
    asked = 0
    for journey in late[:BATCH]:
        last = journey.last or local_day(journey.opened_at)
        if last + IN_TOUCH <= today:
            key = f"journey:{journey.ref}:touch:{last}"
            duties.raise_duty(key=key, kind="keep_in_touch", journey=journey, due_on=last + IN_TOUCH, by=by, at=at)
            asked += 1
    return asked


@transaction.atomic
def training(*, by: Any, at: datetime) -> int:
    """Say thirty days ahead whose training for this runs out, and once more on the day after it has."""
    today, told = local_day(at), 0
    for supporter in _beside()[:BATCH]:
        until = _until(supporter)
        if until is None or until > today + SOON:
            continue
        stage = "over" if until < today else "soon"
        duties.raise_duty(
            key=f"supporter:{supporter.ref}:training:{until}:{stage}", kind="supporter_runs_out",
            journey=supporter.journey, due_on=max(until, today), about_ref=supporter.ref, by=by, at=at,
        )  # fmt: skip
        told += 1
    return told


@transaction.atomic
def walls(*, by: Any, at: datetime) -> int:
    """End whoever must be kept apart from the person they are beside. They read nothing since the wall stood."""
    ended = 0
    blocks = MatchBlock.objects.standing().exclude(other=None).values_list("person", "other")
    pairs = {frozenset(pair) for pair in blocks}
    for supporter in _beside():
        theirs = supporter.mentor.person_id if supporter.mentor else _person_of(supporter)
        if theirs and frozenset((theirs, supporter.journey.person_id)) in pairs:
            supporters.end(supporter=supporter, by=by, at=at)
            ended += 1
    return ended


def _beside() -> QuerySet[Supporter]:
    """Everybody who is named in a journey that is open."""
    named = Supporter.objects.filter(ended_at=None, journey__in=Journey.objects.open().values("pk"))
    return named.select_related("journey__person", "login__person", "mentor").order_by("pk")


def _person_of(supporter: Supporter) -> int | None:
    person = getattr(supporter.login, "person", None)
    return person.pk if person else None


def _until(supporter: Supporter) -> date | None:
    """The last day on which what they learnt counts; None where it counts for ever."""
    whose = {"learner": supporter.mentor.learner_id} if supporter.mentor else {"learner__login": supporter.login_id}
    days = list(Completion.objects.filter(module=FILE_SUPPORT, **whose).values_list("expires_on", flat=True))
    if not days or None in days:
        return None
    return max(day for day in days if day is not None)
