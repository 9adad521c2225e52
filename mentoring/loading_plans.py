"""Loading goals, steps, reviews and releases: theirs to see, or 404; and each opening leaves a Look."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from audit import actions as audit
from mentoring.models import Goal, Match, NoteRelease, Review, Step
from people.models import Person


def _one(found: QuerySet, ref: str) -> Any:
    record = found.filter(ref=ref).first()
    if record is None:
        raise Http404
    return record


def goal(*, ref: str, by: Any, at: datetime) -> Goal:
    found: Goal = _one(Goal.objects.visible_to(by).for_pages(), ref)
    audit.looked(verb="mentoring.goal.opened", by=by, at=at, subject=found, about=found.person)
    return found


def step(*, ref: str, by: Any, at: datetime) -> Step:
    """A step of a goal that they may see. Opening the step is opening its goal."""
    goals = Goal.objects.visible_to(by).values("pk")
    found: Step = _one(Step.objects.filter(goal__in=goals).select_related("goal__person"), ref)
    audit.looked(verb="mentoring.goal.opened", by=by, at=at, subject=found.goal, about=found.goal.person)
    return found


def match(*, ref: str, by: Any, at: datetime) -> Match:
    """A match with its two people and their team, and a Look at it."""
    matches = Match.objects.visible_to(by).select_related("mentor__person", "person__team")
    found: Match = _one(matches, ref)
    audit.looked(verb="mentoring.match.opened", by=by, at=at, subject=found, about=found.person)
    return found


def person(*, ref: str, by: Any, at: datetime, verb: str) -> Person:
    """A person whose plan is asked for."""
    found: Person = _one(Person.objects.visible_to(by).select_related("team"), ref)
    audit.looked(verb=verb, by=by, at=at, subject=found, about=found)
    return found


def review(*, ref: str, by: Any, at: datetime) -> Review:
    reviews = Review.objects.visible_to(by).select_related(
        "match__person__team", "match__mentor__person", "recorded_by"
    )
    found: Review = _one(reviews, ref)
    audit.looked(verb="mentoring.review.opened", by=by, at=at, subject=found, about=found.match.person)
    return found


def note_release(*, ref: str, by: Any, at: datetime) -> NoteRelease:
    releases = NoteRelease.objects.filter(to_match__in=Match.objects.visible_to(by))
    found: NoteRelease = _one(releases.select_related("person", "to_match__mentor__person"), ref)
    audit.looked(verb="mentoring.note_release.opened", by=by, at=at, subject=found, about=found.person)
    return found
