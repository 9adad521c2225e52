"""Eight people at the same moment: one goal, one tick, one review, one answer, one release, one ending."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.checking import check
from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import advocacy, endings, follow_ups, goals, note_releases, reviews, steps
from mentoring.models import (
    AdvocacyEvent,
    AdvocacyIssue,
    Ending,
    FollowUp,
    Goal,
    Match,
    NoteRelease,
    Review,
    Step,
    Task,
)
from tests.conftest import match_of, mentor_for
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def one_won(outcomes, verb):
    """One of eight did it, seven were told no, and the trail says it once."""
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7, outcomes
    assert Event.objects.filter(verb=verb).count() == 1
    assert check().whole


@pytest.fixture
def issue(match, sam):
    today = timezone.localdate()
    return advocacy.open_issue(
        match=match, what="A visit", hook="fair", permission_how="spoken", permission_on=today, asked_on=today,
        to_words="The wing", key="k", by=sam, at=timezone.now(),
    )  # fmt: skip


def test_a_goal_and_a_step_sent_by_eight_at_once_are_one_each(match, sam):
    made = race(
        8, lambda n: goals.set_down(match=match, words="A key", topic="housing", key="g", by=sam, at=timezone.now())
    )
    goal = Goal.objects.get()
    small = race(8, lambda n: steps.add(goal=goal, words="Ring", key="s", by=sam, at=timezone.now()))

    assert {one.pk for one in made} == {goal.pk}
    assert {one.pk for one in small} == {Step.objects.get().pk}
    assert check().whole


def test_of_eight_ticks_one_is_taken(match, sam):
    goal = goals.set_down(match=match, words="A key", topic="housing", key="g", by=sam, at=timezone.now())
    step = steps.add(goal=goal, words="Ring", key="s", by=sam, at=timezone.now())

    outcomes = race(8, lambda n: steps.settle(step=Step.objects.get(pk=step.pk), to="done", by=sam, at=timezone.now()))

    one_won(outcomes, "mentoring.step.settled")


def test_of_eight_who_settle_a_goal_one_does(match, sam):
    goals.set_down(match=match, words="A key", topic="housing", key="g", by=sam, at=timezone.now())

    outcomes = race(
        8,
        lambda n: goals.settle(goal=Goal.objects.get(), to="done", on=timezone.localdate(), by=sam, at=timezone.now()),
    )

    one_won(outcomes, "mentoring.goal.settled")


def test_of_eight_who_write_down_a_review_one_does_and_one_next_is_planned(match, sam):
    reviews.plan_all(by=None, at=timezone.now())
    review = Review.objects.get()

    outcomes = race(
        8,
        lambda n: reviews.hold(
            review=Review.objects.get(pk=review.pk), held_on=timezone.localdate(), their_words="Well", what_next="",
            confidence=None, by=sam, at=timezone.now(),
        ),
    )  # fmt: skip

    one_won(outcomes, "mentoring.review.held")
    assert Review.objects.planned().count() == 1


def test_eight_clocks_plan_one_review(match):
    race(8, lambda n: reviews.plan_all(by=None, at=timezone.now()))

    assert Review.objects.count() == 1


@pytest.mark.parametrize("verb", ["chase", "answer", "escalate"])
def test_of_eight_steps_on_one_version_one_is_taken(issue, sam, verb):
    today = timezone.localdate()
    more = {
        "chase": {"text": "", "answer_by": today + timedelta(days=7)},
        "answer": {"text": "No"},
        "escalate": {"text": "", "to_words": "A manager", "hook": "ppo"},
    }[verb]
    act = getattr(advocacy, verb)

    outcomes = race(
        8, lambda n: act(issue=AdvocacyIssue.objects.get(), on=today, seen=1, by=sam, at=timezone.now(), **more)
    )

    assert sum(isinstance(outcome, AdvocacyIssue) for outcome in outcomes) == 1, outcomes
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
    assert AdvocacyEvent.objects.count() == 2
    assert check().whole


def test_of_eight_who_release_notes_one_does(match, rosa, make_user, yorkshire, jo):
    match_of(mentor_for(make_user("una", "peer_mentor"), yorkshire), jo)

    outcomes = race(
        8,
        lambda n: note_releases.give(
            match=match, sessions=True, goal_notes=False, how="spoken", by=rosa, at=timezone.now()
        ),
    )

    one_won(outcomes, "mentoring.note_release.given")
    assert NoteRelease.objects.count() == 1


def test_of_eight_who_plan_an_ending_one_does(match, sam):
    last = timezone.localdate() + timedelta(days=30)

    outcomes = race(
        8, lambda n: endings.begin(match=Match.objects.get(), last_on=last, plan="", by=sam, at=timezone.now())
    )

    one_won(outcomes, "mentoring.ending.planned")


def test_of_eight_who_finish_one_does_and_two_follow_ups_are_planned(match, sam, rosa):
    endings.begin(match=match, last_on=timezone.localdate(), plan="", by=sam, at=timezone.now())

    outcomes = race(
        8, lambda n: endings.finish(ending=Ending.objects.get(), follow_up="yes", by=rosa, at=timezone.now())
    )

    one_won(outcomes, "mentoring.ending.finished")
    assert FollowUp.objects.count() == 2


def test_of_eight_who_end_it_early_one_does(match, rosa):
    outcomes = race(
        8,
        lambda n: endings.end_early(
            match=Match.objects.get(), reason="died", what_happened="", follow_up="no", by=rosa, at=timezone.now()
        ),
    )

    one_won(outcomes, "mentoring.ending.early")
    assert Task.objects.open().count() == 1


def test_an_ending_called_off_and_finished_at_once_goes_one_way(match, sam, rosa):
    endings.begin(match=match, last_on=timezone.localdate(), plan="", by=sam, at=timezone.now())

    def act(n):
        ending, given = Ending.objects.get(), {"by": rosa, "at": timezone.now()}
        return (
            endings.call_off(ending=ending, **given)
            if n % 2
            else endings.finish(ending=ending, follow_up="no", **given)
        )

    outcomes = race(8, act)

    assert sum(isinstance(outcome, Ending) for outcome in outcomes) == 1, outcomes
    match.refresh_from_db()
    assert match.status == {"ended": "ended", "called_off": "active"}[Ending.objects.get().status]


def test_of_eight_who_asked_how_somebody_is_one_writes_it_down(match, rosa):
    endings.end_early(match=match, reason="lost_touch", what_happened="", follow_up="yes", by=rosa, at=timezone.now())
    first = FollowUp.objects.order_by("due_on").first()

    outcomes = race(
        8,
        lambda n: follow_ups.record(
            follow_up=FollowUp.objects.get(pk=first.pk), outcome="no_answer", channel="letter", point=None, words="",
            on=timezone.localdate(), by=rosa, at=timezone.now(),
        ),
    )  # fmt: skip

    one_won(outcomes, "mentoring.follow_up.recorded")


def test_an_ending_and_a_review_that_is_held_at_the_same_moment_do_not_wait_for_each_other(match, sam, rosa):
    """The ending calls the review off after its first word in the trail; whoever holds it writes in the trail too."""
    Match.objects.filter(pk=match.pk).update(started_on=timezone.localdate() - timedelta(days=60))
    reviews.plan_all(by=None, at=timezone.now())
    review = Review.objects.planned().get()

    def act(n):
        now = timezone.now()
        if n % 2:
            return reviews.hold(
                review=Review.objects.get(pk=review.pk), held_on=timezone.localdate(), their_words="Good", what_next="",
                confidence=None, by=sam, at=now,
            )  # fmt: skip
        said = {"reason": "chose_to_stop", "what_happened": "", "follow_up": "no", "by": rosa, "at": now}
        return endings.end_early(match=Match.objects.get(pk=match.pk), **said)

    outcomes = race(8, act)

    assert not [one for one in outcomes if isinstance(one, Exception) and not isinstance(one, NotAllowed)]
    assert Match.objects.get(pk=match.pk).status == "ended"
    assert check().whole
