"""Matches, on every step of their way. Everyone here is made up."""

from datetime import datetime
from typing import Any

from common.dates import local_day
from mentoring.actions import matches
from mentoring.models import Match, Mentor
from people.models import Person
from tests.conftest import NOW
from tests.factories.readiness import ready_for


def match_at(status: str, mentor: Mentor, person: Person, *, by: Any = None, at: datetime = NOW) -> Match:
    """A match of these two that has come as far as `status`, from suggested to active. The mentor may go there."""
    said: dict[str, Any] = {"told": "spoken", "said_on": local_day(at)}
    ready_for(mentor, person)
    match = matches.suggest(mentor=mentor, person=person, by=by, at=at)
    steps = (
        ("mentor_agreed", lambda: matches.mentor_agrees(match=match, **said, by=by, at=at)),
        ("person_agreed", lambda: matches.person_agrees(match=match, **said, by=by, at=at)),
        ("approved", lambda: matches.approve(match=match, by=by, at=at)),
        ("active", lambda: matches.begin(match=match, by=by, at=at)),
    )
    for name, step in steps:
        if match.status == status:
            break
        step()
        assert match.status == name
    return match
