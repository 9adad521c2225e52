"""Coverage: of those in post, how many have finished all modules of a course and hold them in date."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString

from common import charts
from places.models import Establishment
from training.holding import Matrix, matrix_of
from training.models import Headcount, Job, Learner, Station
from training.rules import coverage as rules
from training.rules import matrix

Shown = rules.Shown


@dataclass(frozen=True)
class JobLine:
    """`in_post` None: nobody has said how many."""

    name: str
    in_post: int | None
    counted_on: date | None
    current: int

    @property
    def percent(self) -> int | None:
        return min(self.current, self.in_post) * 100 // self.in_post if self.in_post else None


def of_prison(establishment: Establishment, *, course_key: Any, on: date) -> Matrix:
    """Everybody who works at one prison now. Bounded: a prison has hundreds of staff, never many thousands."""
    learners = list(Learner.objects.at([establishment.pk]).order_by("name", "pk"))
    return matrix_of(learners=learners, on=on, course_key=course_key)


def has_all(row: matrix.Row) -> bool:
    return bool(row.cells) and all(matrix.counts(cell.standing) for cell in row.cells.values())


def by_job(found: Matrix, establishment: Establishment, *, on: date) -> list[JobLine]:
    counts = {one.job: one for one in Headcount.objects.newest(on).filter(establishment=establishment)}
    jobs = dict(Station.objects.current().at([establishment.pk]).values_list("learner", "job"))
    done = Counter(jobs.get(pk, Job.OTHER) for pk, row in found.rows.items() if has_all(row))
    lines = [
        JobLine(str(job.label), counts[job].in_post, counts[job].counted_on, done[job])
        if job in counts
        else JobLine(str(job.label), None, None, done[job])
        for job in Job
        if job in counts or done[job]
    ]
    return [*lines, _together(lines)] if len(lines) > 1 else lines


def _together(lines: Sequence[JobLine]) -> JobLine:
    """Only jobs of which somebody said how many there are: else the share would be of half of them."""
    known = [line for line in lines if line.in_post is not None]
    oldest = min((line.counted_on for line in known if line.counted_on), default=None)
    whole = sum(line.in_post or 0 for line in known)
    return JobLine("Together, where it is known", whole or None, oldest, sum(line.current for line in known))


def standings(found: Matrix) -> dict[str, int]:
    """How many people have at least one module that stands so."""
    return dict(Counter(word for row in found.rows.values() for word in row.standings if word))


def chart_of(found: Matrix) -> SafeString:
    held = [
        (module.title, sum(matrix.counts(row.cells[module.key].standing) for row in found.rows.values()))
        for module in found.modules
    ]
    return charts.bars("Finished and in date, by module", held, unit="people")


def by_region(*, course_key: Any, on: date) -> list[Shown]:
    """All prisons that said how many are in post, region by region, without numbers about few."""
    in_post: Counter[str] = Counter()
    places: dict[str, set[int]] = defaultdict(set)
    for count in Headcount.objects.newest(on).select_related("establishment"):
        in_post[count.establishment.region] += count.in_post
        places[count.establishment.region].add(count.establishment_id)
    working = dict(
        Station.objects.current().at([pk for found in places.values() for pk in found])
        .values_list("learner", "establishment__region")
    )  # fmt: skip
    found = matrix_of(learners=list(Learner.objects.filter(pk__in=working)), on=on, course_key=course_key)
    done = Counter(working[pk] for pk, row in found.rows.items() if has_all(row))
    return rules.shown([rules.Group(region, in_post[region], done[region]) for region in sorted(in_post)])
