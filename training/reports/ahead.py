"""What somebody should begin, finish or learn again, as rows to count on their desk. My learning names them."""

from datetime import date, datetime
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Replace

from common.dates import local_day
from training.models import Certificate, Completion, Enrolment, ModuleVersion, Progress
from training.rules.certificates import SOON as RUNS_OUT_WITHIN
from training.rules.enrolments import LET_GO, SOON

# Whoever began a course by themselves knows of it.
PUT_ON = (Enrolment.Source.STAFF, Enrolment.Source.BULK)


def of_user(user: Any, *, at: datetime) -> dict[str, QuerySet]:
    """No row is in two of them, but where somebody learned the same face to face and by themselves."""
    on = local_day(at)
    left = Enrolment.objects.active().filter(Exists(_missing(on)), learner__login=user)
    late = Q(due_on__lt=on)
    to_begin = Q(~Exists(Progress.objects.filter(enrolment=OuterRef("pk"))), source__in=PUT_ON)
    return {
        "late": left.filter(late),
        "begin": left.filter(to_begin).exclude(late),
        "soon": left.filter(due_on__range=(on, on + SOON)).exclude(to_begin),
        "again": _again(on).filter(learner__login=user),
        "together": _together(on).filter(learner__login=user),
    }


def _missing(on: date) -> QuerySet[ModuleVersion]:
    """Modules of an enrolment's course that its learner does not hold on that day."""
    valid = Q(expires_on=None) | Q(expires_on__gte=on)
    who = OuterRef(OuterRef("learner"))
    certified = Certificate.objects.filter(
        valid, learner=who, progress__module_key=OuterRef("module_key"), withdrawn_on=None
    )
    # Where a module opens no gate, a completion has its key for a name: with dashes, and databases keep keys without.
    bare = {"bare": Replace("module", Value("-"), Value(""))}
    key = Replace(Cast(OuterRef("module_key"), CharField()), Value("-"), Value(""))
    done = Completion.objects.annotate(**bare).filter(
        valid, Q(module=OuterRef("opens"), module__gt="") | Q(bare=key), learner=who
    )
    here = ModuleVersion.objects.newest().filter(course_key=OuterRef("course_key"), page__live=True)
    return here.filter(~Exists(certified), ~Exists(done))


def _again(on: date) -> QuerySet[Certificate]:
    """It runs out, has run out, or there is something new in it; and they have not begun to learn it again."""
    newer = ModuleVersion.objects.newest().filter(
        page__live=True, is_material=True, module_key=OuterRef("progress__module_key"),
        language=OuterRef("progress__version__language"), number__gt=OuterRef("progress__version__number"),
    )  # fmt: skip
    longer = Completion.objects.filter(
        Q(expires_on=None) | Q(expires_on__gt=OuterRef("expires_on")),
        learner=OuterRef("learner"), module=OuterRef("progress__version__opens"),
    )  # fmt: skip
    runs_out = Q(_ending(on), ~Exists(longer))
    current = Certificate.objects.filter(withdrawn_on=None, superseded_by=None, progress__enrolment__withdrawn_at=None)
    return current.filter(runs_out | Q(Exists(newer)), progress__refresher=None)


def _together(on: date) -> QuerySet[Completion]:
    """What was learned with others, or elsewhere, and runs out. What has a certificate is told by that."""
    again = Completion.objects.filter(
        Q(expires_on=None) | Q(expires_on__gt=OuterRef("expires_on")),
        learner=OuterRef("learner"), module=OuterRef("module"),
    )  # fmt: skip
    certified = Certificate.objects.filter(
        learner=OuterRef("learner"), progress__version__opens=OuterRef("module"), withdrawn_on=None
    )
    return Completion.objects.filter(_ending(on), ~Exists(again), ~Exists(certified))


def _ending(on: date) -> Q:
    return Q(expires_on__range=(on - LET_GO, on + RUNS_OUT_WITHIN))
