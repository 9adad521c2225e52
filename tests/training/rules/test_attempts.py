from datetime import UTC, datetime, timedelta

import pytest

from training.rules.attempts import Terms, is_late, minutes_for, passed, why_not_adjust, why_not_begin

AT = datetime(2026, 11, 28, 10, tzinfo=UTC)
ONCE = Terms(most=2, minutes=40, wait=timedelta(hours=1))


def begin(**changes):
    said = {"terms": ONCE, "finished": [], "passed": False, "open_one": False, "at": AT}
    return why_not_begin(**(said | changes))


def test_a_first_try_may_begin():
    assert begin() == []


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"passed": True}, "passed this test already"),
        ({"open_one": True}, "Go on with it"),
        ({"finished": [AT - timedelta(days=2), AT - timedelta(days=1)]}, "used every try"),
        ({"finished": [AT - timedelta(minutes=59)]}, "Take a break"),
    ],
)
def test_it_refuses_with_a_reason(changes, sentence):
    assert sentence in begin(**changes)[0]


@pytest.mark.parametrize(
    ("help_", "minutes"),
    [([], 40), (["extra_time"], 60), (["scribe", "large_print"], 60), (["no_limit"], None), (["breaks"], None)],
)
def test_help_gives_time(help_, minutes):
    assert minutes_for(ONCE, help_) == minutes


def test_help_with_paper_gives_no_time():
    assert minutes_for(ONCE, ["large_print", "coloured_paper"]) == 40
    assert minutes_for(Terms(), ["extra_time"]) is None


def test_a_late_answer_is_known_for_late_after_some_grace():
    said = {"terms": ONCE, "adjustments": [], "begun": AT}

    assert not is_late(**said, handed_in=AT + timedelta(minutes=42))
    assert is_late(**said, handed_in=AT + timedelta(minutes=42, seconds=1))
    assert not is_late(**(said | {"adjustments": ["no_limit"]}), handed_in=AT + timedelta(days=1))


def test_the_mark_itself_passes():
    assert passed(terms=Terms(pass_mark=70), score=70)
    assert not passed(terms=Terms(pass_mark=70), score=69)


def test_it_refuses_help_that_nobody_knows():
    assert why_not_adjust(["extra_time", "magic"])
    assert not why_not_adjust(["extra_time"])
