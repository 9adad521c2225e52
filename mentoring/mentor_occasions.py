"""What mentors are reminded of for themselves: what runs out, a talk that is due, a day at the gate."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from common.dates import LONDON, local_day
from mentoring.models import GatePlan, Mentor
from mentoring.models.supervisions import due_by
from mentoring.occasions import DAY, link
from mentoring.rules.lapses import CHASED_AT
from mentoring.running_out import Near, near
from messaging.pointers import Pointer, pointer
from messaging.reminders import Occasion

MORNING = time(10)
TRAINING, OURS = "training", "risk_assessment"  # the second is for staff to do


def papers_run_out(since: datetime, until: datetime) -> Iterator[Occasion]:
    """A clearance, or a DBS check that is to be looked at again: 60, 30 and 7 days before."""
    return (_near_its_end(one, since) for one in near(local_day(since)) if one.name not in {TRAINING, OURS})


def learning_runs_out(since: datetime, until: datetime) -> Iterator[Occasion]:
    """The same for a module that counts for a time."""
    return (_near_its_end(one, since) for one in near(local_day(since)) if one.name == TRAINING)


def _near_its_end(one: Near, since: datetime) -> Occasion:
    mark = min(days for days in CHASED_AT if local_day(since) >= one.until - timedelta(days=days))
    due = max(since, _morning(one.until - timedelta(days=mark)))
    return Occasion(
        subject=Pointer(f"mentoring.{one.name}", one.ref), recipient=pointer(one.mentor.person),
        slot=f"{one.until:%Y%m%d}-{mark}", send_after=due, send_before=due + 2 * DAY,
        values={"day": one.until, "link": link()},
    )  # fmt: skip


def supervision_due(since: datetime, until: datetime) -> Iterator[Occasion]:
    """Three days before a mentor's next supervision is due."""
    for mentor in due_by(Mentor.objects.select_related("person"), local_day(since) + 3 * DAY):
        day = mentor.supervision_due_on  # type: ignore[attr-defined]  # due_by adds it
        if day >= local_day(since):
            yield Occasion(
                subject=mentor, recipient=pointer(mentor.person), slot=f"{day:%Y%m%d}", send_after=since,
                send_before=since + 2 * DAY, values={"day": day},
            )  # fmt: skip


def gate_days(since: datetime, until: datetime) -> Iterator[Occasion]:
    """The day before somebody leaves prison, to the mentors who walk alongside them. The person has it on paper."""
    today = local_day(since)
    plans = GatePlan.objects.open().filter(release_on__range=(today + DAY, today + 4 * DAY)).order_by("pk")
    walking = Mentor.objects.filter(matches__status="active").select_related("person")
    for plan in plans:
        if plan.release_on is None:
            continue
        for mentor in walking.filter(matches__person=plan.person_id).distinct():
            yield Occasion(
                subject=plan, recipient=pointer(mentor.person), slot=f"{plan.release_on:%Y%m%d}",
                send_after=_morning(plan.release_on - DAY), send_before=_morning(plan.release_on),
                values={"day": plan.release_on, "link": link()},
            )  # fmt: skip


def _morning(day: date) -> datetime:
    return datetime.combine(day, MORNING, tzinfo=LONDON)
