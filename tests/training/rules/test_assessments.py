from datetime import date

import pytest

from training.rules.assessments import is_sampled, why_not_check, why_not_mark, why_not_sign_off

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "wrong",
    [{"is_own": True}, {"is_read": False}, {"outcome": "fail"}, {"words": "  "}],
    ids=lambda one: next(iter(one)),
)
def test_a_mark_has_words_and_comes_from_somebody_else(wrong):
    fine = {"is_own": False, "is_read": True, "outcome": "more", "words": "Say who was there."}

    assert why_not_mark(**fine) == []
    assert len(why_not_mark(**fine | wrong)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"is_own": True},
        {"is_asked": False},
        {"outcome": "fail"},
        {"seen": ["a", "b", "z"]},
        {"seen": ["a"]},
        {"words": ""},
        {"observed_on": date(2026, 11, 23)},
    ],
)
def test_practice_is_signed_off_by_somebody_who_saw_all_of_it(wrong):
    fine = {
        "is_own": False, "is_asked": True, "outcome": "met", "seen": ["a", "b"], "criteria": ["a", "b"],
        "words": "Waited, and said it back.", "observed_on": DAY, "today": DAY,
    }  # fmt: skip

    assert why_not_sign_off(**fine) == []
    assert len(why_not_sign_off(**fine | wrong)) == 1
    assert why_not_sign_off(**fine | {"outcome": "more", "seen": []}) == []


@pytest.mark.parametrize("wrong", [{"is_own": True}, {"is_theirs": True}, {"agrees": False}])
def test_a_second_person_checks_and_says_what_is_done(wrong):
    fine = {"is_own": False, "is_theirs": False, "agrees": True, "action": ""}

    assert why_not_check(**fine) == []
    assert len(why_not_check(**fine | wrong)) == 1
    assert why_not_check(**fine | {"agrees": False, "action": "We watch the next one together."}) == []


def test_the_first_two_and_then_one_in_five_are_looked_at_again():
    assert [n for n in range(1, 16) if is_sampled(n)] == [1, 2, 5, 10, 15]
