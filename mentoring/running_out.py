"""What of a mentor's ends within sixty days: everything that the gates ask for, and has nothing newer beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from mentoring.models import Clearance, DbsCheck, Mentor, RiskAssessment
from mentoring.rules.lapses import CHASED_AT
from training.models import Completion


@dataclass(frozen=True)
class Near:
    """Something of a mentor's that ends soon; `name` and `ref` say which, `until` is its last day."""

    name: str
    ref: str
    until: date
    mentor: Mentor


def near(today: date) -> Iterator[Near]:
    """Of everything that is asked at the gates what ends within 60 days and has nothing newer beside it."""
    window = (today, today + timedelta(days=max(CHASED_AT)))
    granted = Clearance.objects.filter(status=Clearance.Status.GRANTED, valid_until__range=window)
    for clearance in _here(granted):
        yield Near("clearance", clearance.ref, clearance.valid_until, clearance.mentor)
    decided = DbsCheck.objects.filter(status=DbsCheck.Status.DECIDED)
    for check in _here(_newest(decided, "asked_at").filter(look_again_on__range=window)):
        yield Near("dbs_check", check.ref, check.look_again_on, check.mentor)
    signed = RiskAssessment.objects.filter(status=RiskAssessment.Status.SIGNED)
    for assessment in _here(_newest(signed, "written_at").filter(look_again_on__range=window)):
        yield Near("risk_assessment", assessment.ref, assessment.look_again_on, assessment.mentor)
    yield from _training(window)


def _training(window: tuple[date, date]) -> Iterator[Near]:
    again = Completion.objects.filter(
        learner=OuterRef("learner"), module=OuterRef("module"), expires_on__gt=OuterRef("expires_on")
    )
    ending = Completion.objects.filter(~Exists(again), expires_on__range=window)
    learners = {one.learner_id: one for one in _working().filter(learner__in=ending.values("learner"))}
    for completion in ending.filter(learner__in=learners).order_by("pk"):
        if completion.expires_on is not None:
            yield Near("training", completion.ref, completion.expires_on, learners[completion.learner_id])


def _newest(rows: QuerySet, when: str) -> QuerySet:
    """Of each mentor's rows the newest: an older one may run out in peace."""
    return rows.filter(~Exists(rows.filter(mentor=OuterRef("mentor"), **{f"{when}__gt": OuterRef(when)})))


def _here(rows: QuerySet) -> QuerySet:
    """Those of mentors who have not left."""
    return (
        rows.filter(mentor__in=_working().values("pk")).select_related("mentor__person", "mentor__team").order_by("pk")
    )


def _working() -> QuerySet[Mentor]:
    return Mentor.objects.exclude(status=Mentor.Status.ENDED).select_related("person", "team")
