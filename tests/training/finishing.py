"""Reading a module and taking its test, for the tests."""

from datetime import timedelta
from typing import Any

from tests.conftest import NOW
from training.actions import attempts, progress
from training.models import Attempt, Progress
from training.rules.versions import blocks, questions

LATER = NOW + timedelta(minutes=30)


def read_all(begun: Progress, *, by: Any, at: Any = LATER) -> Progress:
    return progress.see(progress=begun, block_ids=list(blocks(begun.version.plain)), by=by, at=at)


def answers(begun: Progress, *, right: int) -> dict[str, str]:
    """As many right ones, and the others wrong."""
    asked = [
        (name, one["value"]) for name, one in questions(begun.version.plain).items() if one["value"]["when"] == "test"
    ]
    return {
        name: next(option["id"] for option in value["options"] if option["right"] == (place < right))
        for place, (name, value) in enumerate(asked)
    }


def take_test(begun: Progress, *, right: int, by: Any, at: Any = LATER) -> Attempt:
    attempt = attempts.begin(progress=begun, by=by, at=at)
    return attempts.hand_in(attempt=attempt, given=answers(begun, right=right), by=by, at=at)
