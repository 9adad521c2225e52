"""A prison's staff, for the tests."""

from datetime import date
from typing import Any

from places.models import Establishment
from tests.conftest import NOW
from training.actions import headcounts, learners
from training.models import Learner


def add(name: str, establishment: Establishment, *, job: str = "officer", by: Any = None, **said: Any) -> Learner:
    learner, _ = learners.place_at(establishment=establishment, name=name, job=job, by=by, at=NOW, **said)
    return learner


def in_post(establishment: Establishment, by: Any, **numbers: int) -> None:
    headcounts.count(establishment=establishment, in_post=numbers, counted_on=date(2026, 11, 1), by=by, at=NOW)


def another_prison(leeds: Establishment) -> Establishment:
    return Establishment.objects.create(
        code="WYI", name="HMP Wetherby", kind="yoi", gender="boys", category="youth", region=leeds.region,
        authority=leeds.authority,
    )  # fmt: skip
