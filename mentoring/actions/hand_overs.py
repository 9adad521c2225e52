"""Making records of the programme of what came by the public forms: both happen, or neither."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.urls import reverse

from common.dates import local_day
from mentoring.actions import interests, referrals, tasks
from mentoring.actions.referrals import Agreed, Details
from mentoring.models import MentorApplication, Referral, Task
from mentoring.models.referral_choices import Way
from pages.actions import hand_overs as inbox
from pages.models import HandOver
from places.models import Establishment, Team

AT_A_TIME = 100
ABOUT_THEM = ("hand_over_urgent", "hand_over_late")


@transaction.atomic
def refer(*, hand_over: HandOver, details: Details, agreed: Agreed, by: Any, at: datetime) -> Referral:
    """Put somebody forward: the same referral as if they were put forward in any other way."""
    referral = referrals.ask(details=details, agreed=agreed, key=hand_over.ref, way=Way.PUBLIC, by=by, at=at)
    became = reverse("mentoring:triage-detail", args=[referral.ref])
    inbox.pass_on(hand_over=hand_over, became=became, by=by, at=at)
    return referral


@transaction.atomic
def interest(
    *, hand_over: HandOver, name: str, team: Team, by: Any, at: datetime, family_name: str = "", email: str = "",
    phone: str = "", message: str = "", establishment: Establishment | None = None,
) -> MentorApplication:  # fmt: skip
    """Somebody would like to mentor: the first word of an application."""
    told = interests.tell(
        name=name, family_name=family_name, team=team, email=email, phone=phone, message=message,
        establishment=establishment, key=hand_over.ref, source="web", by=by, at=at,
    )  # fmt: skip
    became = reverse("mentoring:applications-detail", args=[told.ref])
    inbox.pass_on(hand_over=hand_over, became=became, by=by, at=at)
    return told


@transaction.atomic
def raise_overdue(*, by: Any, at: datetime) -> int:
    """Ask everybody who may answer to look at those whose day has passed; answers how many wait."""
    late = list(HandOver.objects.overdue(local_day(at)).order_by("due_on", "pk")[:AT_A_TIME])
    for hand_over in late:
        tasks.raise_task(
            key=f"hand_over_late:{hand_over.ref}", kind="hand_over_late", team=None, due_on=local_day(at), by=by, at=at
        )
    return len(late)


@transaction.atomic
def settle_answered(*, by: Any, at: datetime) -> int:
    """Put the tasks away whose message has its answer now; answers how many."""
    keys = list(Task.objects.open().filter(kind__in=ABOUT_THEM).values_list("key", flat=True)[:AT_A_TIME])
    waiting = set(HandOver.objects.open().filter(ref__in=map(_ref_in, keys)).values_list("ref", flat=True))
    gone = [key for key in keys if _ref_in(key) not in waiting]
    for key in gone:
        tasks.settle(key=key, by=by, at=at)
    return len(gone)


def _ref_in(key: str) -> str:
    return key.partition(":")[2]
