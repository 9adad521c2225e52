"""What was said to somebody with a day: asking how they are, and looking again at a stage. Whom to remind, and when."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from django.conf import settings

from casefiles_support.models import Checkpoint, FollowUp, Journey, Supporter
from common.dates import LONDON, local_day
from messaging.pointers import pointer
from messaging.reminders import Occasion
from messaging.rules import times

TALK, OUR_TALK = "files.talk", "files.our_talk"
DAY = timedelta(days=1)
# A stage has a day and no time.
MIDDAY = time(12)

Said = FollowUp | Checkpoint


def talks(since: datetime, until: datetime) -> Iterator[Occasion]:
    """To the person, the day before. Whether anything may reach them where they are, messaging and people know."""
    for said, starts in _said(since, until):
        yield _occasion(said, said.journey.person, starts, since, {})


def our_talks(since: datetime, until: datetime) -> Iterator[Occasion]:
    """The same days, to whoever is in charge: in two more questions, however many."""
    found = list(_said(since, until))
    journeys = {said.journey_id for said, _ in found}
    in_charge = Supporter.objects.in_charge().filter(journey__in=journeys, login__isnull=False).select_related("login")
    by_journey: dict[int, list[Any]] = {}
    for supporter in in_charge.order_by("pk"):
        by_journey.setdefault(supporter.journey_id, []).append(supporter.login)
    for said, starts in found:
        for login in by_journey.get(said.journey_id, []):
            yield _occasion(said, login, starts, since, {"link": str(settings.PUBLIC_BASE_URL)})


def _occasion(said: Said, to: Any, starts: datetime, since: datetime, more: dict[str, str]) -> Occasion:
    day = local_day(starts)
    values: dict[str, str | date | datetime] = {"day": day, **more}
    return Occasion(
        subject=said, recipient=pointer(to), slot=f"{day:%Y%m%d}", starts=starts, values=values,
        send_after=max(since, times.remind_at(starts=starts)),
    )  # fmt: skip


def _said(since: datetime, until: datetime) -> Iterator[tuple[Said, datetime]]:
    """Whatever is near enough to be reminded of now, with when it is."""
    for said, starts in (*_follow_ups(since, until), *_stages(since, until)):
        if times.remind_at(starts=starts) <= until:
            yield said, starts


def _follow_ups(since: datetime, until: datetime) -> Iterator[tuple[Said, datetime]]:
    near = FollowUp.objects.filter(status=FollowUp.Status.PLANNED, due_at__gt=since, due_at__lte=until + 2 * DAY)
    open_ = near.exclude(journey__status=Journey.Status.CLOSED).select_related("journey__person")
    for one in open_.order_by("due_at", "pk").iterator(chunk_size=500):
        yield one, one.due_at


def _stages(since: datetime, until: datetime) -> Iterator[tuple[Said, datetime]]:
    """Only the newest word on each stage counts, and nobody is reminded who said that they would rather not go on."""
    days = (local_day(since), local_day(until) + 2 * DAY)
    near = Checkpoint.objects.filter(next_review_on__range=days).exclude(journey__status__in=Journey.QUIET)
    for one in near.select_related("journey__person").order_by("next_review_on", "pk"):
        starts = datetime.combine(one.next_review_on, MIDDAY, tzinfo=LONDON) if one.next_review_on else since
        if starts > since and is_newest(one):
            yield one, starts


def is_newest(one: Checkpoint) -> bool:
    return not Checkpoint.objects.filter(journey=one.journey_id, code=one.code, pk__gt=one.pk).exists()
