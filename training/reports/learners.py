"""The record of one learner, as whoever leads their learning reads it: facts of courses, never of their life."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from training.holding import Matrix, matrix_of
from training.models import Completion, Learner
from training.rules.attempts import ADJUSTMENTS


@dataclass(frozen=True)
class Line:
    """One module: its name, how it stands, and the words for it."""

    title: str
    standing: str
    words: str


def record_of(learner: Learner, *, on: date) -> dict[str, Any]:
    found = matrix_of(learners=[learner], on=on)
    stations = list(learner.stations.select_related("establishment").order_by("-since", "-pk"))
    return {
        "learner": learner,
        "station": next((one for one in stations if one.until is None), None),
        "stations": stations,
        "help": [ADJUSTMENTS[name] for name in learner.adjustments if name in ADJUSTMENTS],
        "lines": _lines(found, learner),
        "others": _others(found, learner),
        "courses": list(learner.enrolments.active().order_by("course_title", "pk")),
        "delivered": list(
            learner.delivered.exclude(credited_minutes=None).select_related("event").order_by("-event__starts_at")[:50]
        ),
        "cohorts": [one.cohort for one in learner.cohorts.filter(until=None).select_related("cohort")],
    }


def _lines(found: Matrix, learner: Learner) -> list[Line]:
    row = found.rows[learner.pk]
    lines = [(module, row.cells[module.key]) for module in found.modules]
    return [Line(module.title, cell.standing, cell.words) for module, cell in lines if cell.standing]


def _others(found: Matrix, learner: Learner) -> list[Completion]:
    """What they finished that is no module of a course they are on."""
    shown = {
        name for module in found.modules for name in module.names if found.rows[learner.pk].cells[module.key].standing
    }
    done = learner.completions.exclude(module__in=shown).order_by("-completed_on", "-pk")
    return list(done[:50])
