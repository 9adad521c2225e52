"""The demonstration shows goals, reviews, asking and endings in every state; here in a world of seventeen matches."""

from datetime import timedelta

import pytest

from desk.demo import endings as demo
from mentoring.actions import sessions
from mentoring.actions.sessions import Details
from mentoring.models import AdvocacyIssue, Ending, FollowUp, Goal, Match, Review, Task
from people.actions import persons
from tests.conftest import match_of, mentor_for

pytestmark = pytest.mark.django_db
WEEK = timedelta(weeks=1)


@pytest.fixture
def seventeen(make_user, yorkshire, rosa, now):
    """Each with a mentor of their own; none has met in the last weeks."""
    for number in range(17):
        mentor = mentor_for(make_user(f"m{number}", "peer_mentor"), yorkshire)
        type(mentor).objects.filter(pk=mentor.pk).update(supervisor=rosa)
        person = persons.add(preferred_name=f"P{number}", team=yorkshire, by=None, at=now - 30 * WEEK)
        match = match_of(mentor, person, at=now - 20 * WEEK)
        said = Details(
            kind="one_to_one", setting="community", medium="in_person", started_at=now - 6 * WEEK, happened=True,
            minutes=30,
        )  # fmt: skip
        sessions.record(mentor=mentor, details=said, marks={match: "attended"}, key=f"k{number}", by=rosa, at=now)


def test_every_state_is_there(seventeen, now):
    demo.load(at=now)

    assert set(Goal.objects.values_list("status", flat=True)) == {"going", "done", "changed", "let_go"}
    assert set(Review.objects.values_list("status", flat=True)) >= {"planned", "held"}
    assert set(AdvocacyIssue.objects.values_list("status", flat=True)) == {"open", "answered", "escalated", "closed"}
    assert set(Ending.objects.values_list("status", flat=True)) == {"planning", "ended"}
    assert set(Ending.objects.filter(status="ended").values_list("reason", flat=True)) == {
        "completed", "mentor_left", "lost_touch", "died",
    }  # fmt: skip
    assert FollowUp.objects.due(now.date()).exists()
    assert Match.objects.filter(status="ending").count() == 2
    kinds = {"review_due", "advocacy_overdue", "follow_up_due", "offer_new_mentor", "support_after_death"}
    assert kinds <= set(Task.objects.values_list("kind", flat=True))
