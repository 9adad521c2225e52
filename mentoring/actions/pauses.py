"""Matches that must wait because their mentor lacks something now."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Prefetch

from common.dates import local_day
from mentoring import between
from mentoring.actions import gates, matches, tasks
from mentoring.models import Facilitator, Match, Mentor, Task
from mentoring.models.match_steps import PauseReason
from people.models import LocationEpisode

KIND, GROUP = "match_after_lapse", "group_after_lapse"
TOMORROW = timedelta(days=1)


@transaction.atomic
def look_again(*, mentor: Mentor, by: Any, at: datetime) -> int:
    """Ask the gates anew for each match of a mentor who has just lost something. Answers how many must wait.

    Call it before the trail is written, so that matches are locked first, as everybody else takes them.
    """
    return let_wait(among=Match.objects.filter(mentor=mentor), by=by, at=at)


@transaction.atomic
def let_wait(*, among: Any, by: Any, at: datetime) -> int:
    """Pause each active match among these for which a gate is shut, and ask its team; one that is coming to an end
    has no pause, so the team alone is asked. `among` is a QuerySet of matches. Run twice it does nothing more.
    """
    here = LocationEpisode.objects.current().select_related("establishment")
    walking = (
        among.filter(status__in=[Match.Status.ACTIVE, Match.Status.ENDING])
        .select_related("mentor__person", "person__team")
        .prefetch_related(Prefetch("person__locations", queryset=here, to_attr="here"))
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    return sum(_wait(match, by, at) for match in list(walking))


def _wait(match: Match, by: Any, at: datetime) -> bool:
    reasons = _reasons(match, local_day(at))
    if not reasons:
        return False
    if match.status == Match.Status.ACTIVE:
        matches.pause(match=match, reason=PauseReason.CHECKING.label, note=" ".join(reasons), by=by, at=at)
    elif Task.objects.open().filter(kind=KIND, match=match).exists():
        return False
    tasks.raise_task(
        key=f"lapse:{match.ref}:{at:%Y%m%d%H%M%S}", kind=KIND, team=match.person.team,
        due_on=local_day(at) + TOMORROW, match=match, person=match.person, mentor=match.mentor, by=by, at=at,
    )  # fmt: skip
    return True


def _reasons(match: Match, on: date) -> list[str]:
    here = next(iter(match.person.here), None)  # type: ignore[attr-defined]  # prefetched above
    return between.why_not_go_on(mentor=match.mentor, here=here, on=on)


@transaction.atomic
def ask_about_groups(*, by: Any, at: datetime) -> int:
    """A group has no pause: the team is asked to find somebody else to hold it, until it is so. Answers how many."""
    held = (
        Facilitator.objects.current()
        .filter(group__closed_on=None)
        .select_related("mentor__person", "group__team", "group__establishment")
    )
    asked = 0
    for one in held.exclude(mentor__tasks__in=Task.objects.open().filter(kind=GROUP)).order_by("pk"):
        if gates.why_not_go_on(mentor=one.mentor, establishment=one.group.establishment, on=local_day(at)):
            tasks.raise_task(
                key=f"lapse:{one.ref}:{at:%Y%m%d%H%M%S}", kind=GROUP, team=one.group.team,
                due_on=local_day(at) + TOMORROW, mentor=one.mentor, by=by, at=at,
            )  # fmt: skip
            asked += 1
    return asked
