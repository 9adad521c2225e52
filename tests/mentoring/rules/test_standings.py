from datetime import timedelta

import pytest

from mentoring.rules import experiences, progressions, standings
from tests.conftest import NOW

TODAY = NOW.date()
DAY = timedelta(days=1)


@pytest.mark.parametrize("until", [None, TODAY + DAY, TODAY + 366 * DAY])
def test_a_rest_may_last_as_long_as_it_takes(until):
    assert standings.why_not_rest(until=until, today=TODAY) == []


@pytest.mark.parametrize("until", [TODAY, TODAY - DAY, TODAY + 367 * DAY])
def test_a_rest_does_not_end_before_it_began_nor_after_a_year(until):
    assert standings.why_not_rest(until=until, today=TODAY)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"words": " "}, "what you say to the mentor"),
        ({"staff_reason": ""}, "Write why"),
        ({"mentors_login": 7}, "Nobody decides about themselves"),
    ],
)
def test_a_suspension_is_refused_when(changes, sentence):
    said = {"words": "We are looking into it.", "staff_reason": "A complaint", "mentors_login": 1, "by": 7}
    assert standings.why_not_suspend(**said) == []
    assert sentence in standings.why_not_suspend(**(said | changes))[0]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"on": TODAY + DAY}, "has not come yet"),
        ({"done": {"mentor", "lead"}}, "written down already"),
        ({"done": set()}, "when they became a mentor"),
        ({"step": "had_a_mentor"}, "Only the mentor"),
        ({"own": True}, "Your coordinator"),
    ],
)
def test_a_step_is_refused_when(changes, sentence):
    said = {"step": "lead", "done": {"mentor"}, "on": TODAY, "today": TODAY, "own": False}
    assert progressions.why_not_step(**said) == []
    assert sentence in progressions.why_not_step(**(said | changes))[0]


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 hours"), (45, "1 hour"), (60, "1 hour"), (95, "1.5 hours"), (750, "12.5 hours")]
)
def test_hours_are_said_to_the_nearest_half(minutes, words):
    assert experiences.hours(minutes) == words


def test_skills_are_in_plain_words_and_unknown_ones_are_left_out():
    assert experiences.in_words(["team", "nonsense", "listening"]) == ["Listening without judging", "Working in a team"]
