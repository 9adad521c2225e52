"""One of each thing of goals, reviews, advocacy and endings that a URL names."""

from datetime import timedelta

import pytest

from mentoring.actions import goals, note_releases, reviews, steps
from mentoring.models import Review
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


def crowd_of_endings(walk, user, now):
    """What one more match brings to the lists of this part."""
    goals.set_down(match=walk, words="A quiet room", topic="housing", key=walk.ref, by=user, at=now)
    reviews.plan_all(by=None, at=now)
