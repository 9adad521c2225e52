"""How far somebody is on the mentors' path, and what waits for whoever reads and watches. It changes nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from training.models import Assessment, CoursePage, Learner, ModuleVersion, Progress, Reflection
from training.rules import paths
from training.rules.assessments import MET
from training.rules.languages import ENGLISH
from training.rules.paths import Unit

# At most so many of each are shown at once; the oldest come first.
MOST = 50
ASSESSOR = Reflection.ReadBy.ASSESSOR


def units_of(learner: Learner | None) -> list[Unit]:
    """The units of the mentors' course, in its order, each with its steps. Five queries, however many there are."""
    courses = CoursePage.objects.live().filter(audience=CoursePage.Audience.MENTORS)
    keys = list(courses.values_list("translation_key", flat=True))
    newest = ModuleVersion.objects.newest().filter(course_key__in=keys, language=ENGLISH, page__live=True)
    mine = Progress.objects.filter(enrolment__learner=learner, version__course_key__in=keys)
    begun = {one.module_key: one for one in mine.select_related("version").order_by("begun_at")} if learner else {}
    states = _states(begun.values())
    found = []
    for version in newest.select_related("page").order_by("page__path"):
        progress = begun.get(version.module_key)
        found.append(_unit(version if progress is None else progress.version, progress, states))
    return found


def _unit(version: ModuleVersion, progress: Progress | None, states: dict[tuple[int, str], str]) -> Unit:
    if progress is None:
        return Unit(version.title, paths.steps(version.plain, begun=False, read=False, passed=False, states={}))
    mine = {block: state for (pk, block), state in states.items() if pk == progress.pk}
    steps = paths.steps(
        version.plain, begun=True, read=progress.has_read_all, passed=progress.passed_at is not None, states=mine
    )
    return Unit(version.title, steps, finished=progress.finished_at is not None)


def _states(begun: Iterable[Progress]) -> dict[tuple[int, str], str]:
    """Of each block that a person looks at: done, again, or waiting for somebody here."""
    ids = [one.pk for one in begun]
    found: dict[tuple[int, str], str] = {}
    written = {}
    for reflection in Reflection.objects.filter(progress__in=ids, read_by=ASSESSOR).defer("words"):
        place = (reflection.progress_id, reflection.block_id)
        found[place], written[place] = "waiting", reflection.written_at
    for said in Assessment.objects.filter(progress__in=ids).defer("words").order_by("made_at", "pk"):
        place = (said.progress_id, said.block_id)
        if said.outcome == MET or found.get(place) == "done":
            found[place] = "done"
        elif place not in written or written[place] <= said.made_at:
            found[place] = "again"
    return found


def said_of(learner: Learner | None) -> list[Assessment]:
    """What was said of their work, the newest first."""
    rows = Assessment.objects.filter(progress__enrolment__learner=learner) if learner else Assessment.objects.none()
    return list(rows.select_related("made_by", "progress__version").order_by("-made_at", "-pk")[:MOST])


# ---------------------------------------------------------------- What waits


@dataclass(frozen=True)
class ToWatch:
    """A task of a unit that nobody has seen done well yet."""

    progress: Progress
    block: str
    says: str


def to_read(learners: QuerySet[Learner]) -> QuerySet[Reflection]:
    """Reflections that nobody has answered since they were written last."""
    said = Assessment.objects.filter(reflection=OuterRef("pk"))
    answered = said.filter(Q(outcome=MET) | Q(made_at__gte=OuterRef("written_at")))
    waiting = Reflection.objects.filter(~Exists(answered), read_by=ASSESSOR, progress__enrolment__learner__in=learners)
    return waiting.select_related("progress__enrolment__learner", "version").order_by("written_at", "pk")


def to_watch(learners: QuerySet[Learner]) -> list[ToWatch]:
    """Of those whose test is passed and whose unit is open."""
    keys = CoursePage.objects.filter(audience=CoursePage.Audience.MENTORS).values("translation_key")
    open_ones = Progress.objects.filter(
        finished_at=None, passed_at__isnull=False, enrolment__withdrawn_at=None, enrolment__learner__in=learners,
        version__course_key__in=keys,
    )  # fmt: skip
    rows = list(open_ones.select_related("version", "enrolment__learner").order_by("passed_at", "pk")[:MOST])
    met = set(Assessment.objects.filter(progress__in=rows, outcome=MET).values_list("progress", "block_id"))
    return [
        ToWatch(row, one.block, one.says)
        for row in rows for one in paths.asked(row.version.plain)
        if one.kind == "practical" and (row.pk, one.block) not in met
    ]  # fmt: skip


def to_check(learners: QuerySet[Learner], *, by: Any) -> QuerySet[Assessment]:
    """The share that a second person looks at: never whoever said it."""
    sampled = Assessment.objects.filter(is_sampled=True, quality_check=None, progress__enrolment__learner__in=learners)
    found = sampled.exclude(made_by=by).select_related("made_by", "progress__enrolment__learner", "progress__version")
    return found.order_by("made_at", "pk")
