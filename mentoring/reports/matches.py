"""What lies ahead in a match: the page's answer to “what next?”."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mentoring.models import AdvocacyIssue, Ending, Goal, Match, NoteRelease, Review, Session
from mentoring.permissions.advocacy import can_ask_on_behalf
from mentoring.permissions.endings import can_end_matches, can_plan_endings
from mentoring.permissions.goals import can_work_on_goals
from mentoring.permissions.note_releases import can_release_notes
from mentoring.permissions.reviews import can_hold_reviews


@dataclass(frozen=True)
class Ahead:
    """What one user may see of it. `released` are earlier meetings that the person lets this mentor read."""

    goals: list[Goal]
    review: Review | None
    review_is_due: bool
    reviews: list[Review]
    asked: list[AdvocacyIssue]
    overdue: frozenset[str]
    ending: Ending | None
    release: NoteRelease | None
    released: list[Session]
    is_open: bool
    may_work: bool
    may_hold: bool
    may_release: bool
    may_ask: bool
    may_begin_ending: bool
    may_end: bool


def ahead(match: Match, *, user: Any, on: date) -> Ahead:
    reviews = list(Review.objects.visible_to(user).filter(match=match).order_by("-due_on", "-pk"))
    planned = next((review for review in reviews if review.status == Review.Status.PLANNED), None)
    is_open = match.status in Match.OPEN
    asked = list(
        AdvocacyIssue.objects.visible_to(user).filter(person=match.person_id).unfinished().order_by("answer_by")
    )
    return Ahead(
        goals=list(Goal.objects.visible_to(user).filter(person=match.person_id).going().for_pages()),
        review=planned if is_open else None,
        review_is_due=bool(planned and is_open and planned.is_due(on)),
        reviews=[review for review in reviews if review.status == Review.Status.HELD],
        asked=asked,
        overdue=frozenset(issue.ref for issue in asked if issue.is_overdue(on)),
        ending=Ending.objects.visible_to(user).filter(match=match).exclude(status=Ending.Status.CALLED_OFF).first(),
        release=NoteRelease.objects.standing().filter(to_match=match).first(),
        released=_released(match, user),
        is_open=is_open,
        may_work=is_open and can_work_on_goals(user),
        may_hold=is_open and can_hold_reviews(user),
        may_release=match.status != Match.Status.ENDED and can_release_notes(user),
        may_ask=is_open and can_ask_on_behalf(user),
        may_begin_ending=match.status in (Match.Status.ACTIVE, Match.Status.PAUSED) and can_plan_endings(user),
        may_end=is_open and can_end_matches(user),
    )


def _released(match: Match, user: Any) -> list[Session]:
    """Earlier meetings with others, newest first, by day only."""
    seen = Session.objects.visible_to(user).filter(attendance__match__person=match.person_id)
    others = seen.exclude(pk__in=Session.objects.directly_visible_to(user).values("pk"))
    return list(others.select_related("mentor__person").order_by("-started_at", "-pk")[:20])
