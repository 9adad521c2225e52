"""Drafts on their way to readers: who may take the step at which one waits, and hears of it by email.

Numbers only, in neutral words: no message says what a draft is about.
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import BigIntegerField, Exists, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from wagtail.models import Revision, TaskState

from accounts.models import User
from accounts.roles import Role
from common.dates import local_day
from messaging.actions import outbox
from messaging.addresses import email
from messaging.models import Message
from pages.models import Review
from pages.rules.reviews import PUBLISH

TEMPLATE = "messages/pages/drafts_wait.txt"
# Whoever has not looked for so long is told again.
AGAIN_AFTER = timedelta(days=7)
# Who takes which step: Wagtail's name for the kind of task.
STEPS = {
    Role.LIVED_EXPERIENCE: Q(task__livedexperiencereview__isnull=False),
    Role.PROGRAMME_MANAGER: Q(task__publisherapproval__isnull=False),
}


def waiting_for(user: Any) -> QuerySet[TaskState]:
    """Drafts at a step that this user may take: neither written by them since they last went out, nor agreed by them.

    Whoever wrote in a part of one alone, a lesson of a module, finds it here still, and is told so when they open it.
    """
    theirs = Q(pk__in=[])
    for role, step in STEPS.items():
        theirs |= step if user.has_role(role) else Q(pk__in=[])
    page = Cast(OuterRef("revision__object_id"), BigIntegerField())
    agreed = Review.objects.filter(page=page, step=PUBLISH, outcome=Review.Outcome.APPROVED)
    last = agreed.filter(revision__lt=OuterRef("revision")).order_by("-revision").values("revision")[:1]
    wrote = Revision.page_revisions.filter(
        object_id=OuterRef("revision__object_id"), user=user, pk__lte=OuterRef("revision"), pk__gt=OuterRef("last")
    )
    said = Review.objects.filter(revision=OuterRef("revision"), by=user, outcome=Review.Outcome.APPROVED)
    open_ones = TaskState.objects.filter(theirs, status=TaskState.STATUS_IN_PROGRESS)
    found: QuerySet[TaskState] = open_ones.annotate(last=Coalesce(Subquery(last), 0)).exclude(
        Exists(wrote) | Exists(said)
    )
    return found


def tell(*, now: datetime) -> int:
    """Promise one message to each for whom a draft has come since they were last told, or waits a week later still.

    Answers how many. Never more than one a day for each, however often it is called.
    """
    told = _last_told(now)
    sent = 0
    held = User.objects.filter(is_active=True, grants__role__in=list(STEPS), grants__ended_at=None).exclude(email="")
    for user in held.distinct().order_by("pk"):
        began = list(waiting_for(user).values_list("started_at", flat=True))
        last = told.get(user.ref)
        if began and (last is None or (max(began) > last and local_day(last) < local_day(now))):
            _promise(user, len(began), local_day(now), now)
            sent += 1
    return sent


def _last_told(now: datetime) -> dict[str, datetime]:
    """When each was told within the last week, by the reference of their login."""
    lately = Message.objects.filter(template=TEMPLATE, created_at__gt=now - AGAIN_AFTER)
    return dict(lately.values("about_ref").annotate(last=Max("created_at")).values_list("about_ref", "last"))


@transaction.atomic
def _promise(user: User, count: int, day: date, now: datetime) -> None:
    outbox.promise(
        to=email(user.email),
        about=user,
        key=f"pages.drafts:{user.ref}:{day:%Y%m%d}",
        template=TEMPLATE,
        context={
            "name": user.get_short_name(),
            "count": count,
            "link": f"{settings.PUBLIC_BASE_URL}{reverse('wagtailadmin_home')}",
        },
        by=None,
        at=now,
    )
