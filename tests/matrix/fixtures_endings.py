"""One of each thing of goals, reviews, advocacy and endings that a URL names."""

from datetime import timedelta

import pytest

from mentoring.actions import advocacy, endings, goals, note_releases, reviews, steps
from mentoring.models import FollowUp, Review
from people.actions import persons
from tests.conftest import NOW, match_of, mentor_for


@pytest.fixture
def a_goal(match, sam):
    return goals.set_down(match=match, words="My own front door", topic="housing", key="g1", by=sam, at=NOW)


@pytest.fixture
def a_step(a_goal, sam):
    return steps.add(goal=a_goal, words="Ring the housing team", key="s1", by=sam, at=NOW)


@pytest.fixture
def a_review(match, now):
    reviews.plan_all(by=None, at=now)
    return Review.objects.get(match=match)


@pytest.fixture
def an_earlier_match(make_user, jo, yorkshire):
    """Jo walked with Una before."""
    una = mentor_for(make_user("una", "peer_mentor", name="Una"), yorkshire)
    return match_of(una, jo, at=NOW - timedelta(days=400))


@pytest.fixture
def a_note_release(an_earlier_match, match, rosa, now):
    return note_releases.give(match=match, sessions=True, goal_notes=True, how="spoken", by=rosa, at=now)


def asked_for(walk, by, key):
    day = NOW.date() - timedelta(days=100)
    return advocacy.open_issue(
        match=walk, what="A visit from an adviser", hook="adviser_to_25", permission_how="spoken", permission_on=day,
        asked_on=day, to_words="The leaving care team", key=key, by=by, at=NOW,
    )  # fmt: skip


@pytest.fixture
def an_issue(match, sam):
    return asked_for(match, sam, "i1")


@pytest.fixture
def a_planned_ending(match, sam, now):
    last = now.date() + timedelta(days=30)
    return endings.begin(match=match, last_on=last, plan="Three more meetings", by=sam, at=now)


@pytest.fixture
def a_follow_up(an_earlier_match, match, rosa):
    """Jo walked with Una, and wants to be asked how that was."""
    endings.end_early(match=an_earlier_match, reason="mentor_left", what_happened="", follow_up="yes", by=rosa, at=NOW)
    return FollowUp.objects.order_by("due_on").first()


def crowd_of_endings(walk, user, now):
    """What one more match brings to the lists of this part."""
    goals.set_down(match=walk, words="A quiet room", topic="housing", key=walk.ref, by=user, at=now)
    reviews.plan_all(by=None, at=now)
    asked_for(walk, user, walk.ref)
    before = match_of(walk.mentor, persons.add(preferred_name="Gone on", team=walk.person.team, by=None, at=NOW))
    endings.end_early(match=before, reason="moved_away", what_happened="", follow_up="yes", by=user, at=now)
