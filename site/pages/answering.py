"""How long an answer takes: what we promise, and what it really took of late."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from common.dates import local_day
from law import working_days
from pages.models import HandOver
from pages.rules import hand_overs as rules

MOST = 500  # of one kind in three months: more would say nothing else


@dataclass(frozen=True)
class Honest:
    """`promise` in working days, `by` the day for one that is sent today; `usual` is empty where there were too few."""

    promise: str
    by: date
    usual: str


def honest(kind: str, *, at: datetime) -> Honest:
    days = settings.HAND_OVER_WORKING_DAYS[kind]
    lately = HandOver.objects.filter(kind=kind).answered_between(at - rules.LOOK_BACK, at)
    moments = lately.order_by("-closed_at").values_list("sent_at", "closed_at")[:MOST]
    taken = [working_days.between(local_day(sent), local_day(closed)) for sent, closed in moments if closed]
    return Honest(
        promise=rules.working_days(days),
        by=working_days.after(local_day(at), working_days=days),
        usual=rules.in_words(rules.usual(taken)),
    )
