from datetime import date, timedelta

import pytest

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import matches, reviews
from mentoring.models import Review, Task
from tests.conftest import NOW

TODAY = NOW.date()
SAID = {"their_words": "It helps to be listened to", "what_next": "Keep going", "confidence": 7}


@pytest.fixture
def review(match):
    reviews.plan_all(by=None, at=NOW)
    return Review.objects.get(match=match)


def test_plan_all_gives_an_open_match_its_first_review(review, match):
    assert review.due_on == match.started_on + timedelta(weeks=4)


def test_plan_all_twice_plans_once(review):
    assert reviews.plan_all(by=None, at=NOW) == 0
    assert Review.objects.count() == 1


def test_plan_all_passes_over_a_match_that_has_not_begun(match):
    match.status, match.started_on = "suggested", None
    match.save()

    assert reviews.plan_all(by=None, at=NOW) == 0


def test_plan_all_calls_off_what_an_ended_match_left_and_its_task(review, match):
    reviews.raise_due(by=None, at=NOW)
    matches.end(match=match, reason="", by=None, at=NOW)

    reviews.plan_all(by=None, at=NOW)

    review.refresh_from_db()
    assert review.status == "called_off"
    assert Task.objects.get().status == "settled"


def test_raise_due_asks_the_team_once(review, jo, yorkshire):
    for _ in range(3):
        assert reviews.raise_due(by=None, at=NOW) == 1

    task = Task.objects.get()
    assert (task.kind, task.team, task.person, task.due_on) == ("review_due", yorkshire, jo, review.due_on)


def test_raise_due_says_nothing_before_the_day(review):
    assert reviews.raise_due(by=None, at=NOW - timedelta(days=190)) == 0


def test_hold_keeps_their_words_plans_the_next_and_settles_the_task(review, match, sam):
    reviews.raise_due(by=None, at=NOW)

    reviews.hold(review=review, held_on=TODAY, **SAID, by=sam, at=NOW)

    after = Review.objects.planned().get(match=match)
    assert (review.status, review.their_words, review.confidence) == ("held", SAID["their_words"], 7)
    assert after.due_on == TODAY + timedelta(weeks=12)
    assert Task.objects.get().status == "settled"


def test_hold_without_a_number_is_fine(review, sam):
    reviews.hold(review=review, held_on=TODAY, **(SAID | {"confidence": None}), by=sam, at=NOW)

    assert review.confidence is None


def test_hold_plans_no_next_one_while_the_match_comes_to_its_end(review, match, sam):
    matches.begin_ending(match=match, by=None, at=NOW)

    reviews.hold(review=review, held_on=TODAY, **SAID, by=sam, at=NOW)

    assert not Review.objects.planned().exists()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"held_on": TODAY + timedelta(days=1)}, "not come yet"),
        ({"held_on": date(2020, 1, 1)}, "before the match began"),
        ({"their_words": " "}, "what they said"),
    ],
)
def test_hold_refuses(review, sam, changes, reason):
    with pytest.raises(NotAllowed, match=reason):
        reviews.hold(review=review, **({"held_on": TODAY} | SAID | changes), by=sam, at=NOW)


def test_hold_refuses_a_match_that_has_ended(review, match, sam):
    matches.end(match=match, reason="", by=None, at=NOW)
    review.refresh_from_db()

    with pytest.raises(NotAllowed, match="has ended"):
        reviews.hold(review=review, held_on=TODAY, **SAID, by=sam, at=NOW)


def test_hold_twice_is_refused(review, sam):
    reviews.hold(review=review, held_on=TODAY, **SAID, by=sam, at=NOW)

    with pytest.raises(NotAllowed, match="moved on"):
        reviews.hold(review=review, held_on=TODAY, **SAID, by=sam, at=NOW)


def test_a_review_is_seen_by_its_mentor_and_its_team_only(review, match, sam, rosa, gwen, max_):
    for sees in (sam, rosa):
        assert list(Review.objects.visible_to(sees)) == [review]
    for stranger in (gwen, max_):
        assert not Review.objects.visible_to(stranger).exists()

    matches.end(match=match, reason="", by=None, at=NOW)
    assert not Review.objects.visible_to(sam).exists()


def test_hold_leaves_a_sentence_about_the_person(review, sam, jo):
    reviews.hold(review=review, held_on=TODAY, **SAID, by=sam, at=NOW)

    event = Event.objects.get(verb="mentoring.review.held")
    assert (event.about_ref, event.sentence) == (jo.ref, "wrote down a review")
    assert "listened" not in str(event.detail)
