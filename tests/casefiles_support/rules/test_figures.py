import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefiles_support.rules.figures import FEW, guarded, guarded_share, in_words, is_few

PARTS = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 60), min_size=2)


def test_numbers_of_ten_or_more_are_shown():
    assert guarded({"in_time": 12, "late": 30, "waiting": 10}) == {"in_time": 12, "late": 30, "waiting": 10}


def test_nought_is_shown_since_it_counts_nobody():
    assert guarded({"in_time": 20, "late": 0}) == {"in_time": 20, "late": 0}


def test_a_number_under_ten_takes_the_smallest_other_with_it():
    assert guarded({"in_time": 12, "late": 9, "waiting": 40}) == {"in_time": None, "late": None, "waiting": 40}


def test_two_small_numbers_that_come_to_less_than_ten_take_a_third_with_them():
    assert guarded({"a": 2, "b": 3, "c": 11, "d": 50}) == {"a": None, "b": None, "c": None, "d": 50}


def test_a_whole_under_ten_shows_none_of_its_parts():
    assert guarded({"in_time": 9, "late": 0}) == {"in_time": None, "late": None}


@pytest.mark.parametrize(("number", "shown"), [(0, 0), (3, None), (10, 10), (14, None), (18, None), (20, 20)])
def test_a_share_is_hidden_too_where_few_are_left_over(number, shown):
    assert guarded_share(number, 20) == shown


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(PARTS)
def test_no_part_under_ten_is_shown_or_left_to_be_worked_out(parts):
    found = guarded(parts)
    shown = {name: number for name, number in found.items() if number is not None}

    assert not any(is_few(number) for number in shown.values())
    assert all(parts[name] == number for name, number in shown.items())
    hidden = [parts[name] for name in parts if name not in shown]
    left = sum(parts.values()) - sum(shown.values())
    assert not hidden or is_few(sum(parts.values())) or (len([n for n in hidden if n]) >= 2 and left >= FEW)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(PARTS)
def test_nothing_is_hidden_without_a_reason(parts):
    if not any(is_few(number) for number in parts.values()) and not is_few(sum(parts.values())):
        assert guarded(parts) == parts


def test_words_stand_where_there_is_no_number():
    assert (in_words(None), in_words(0), in_words(1234)) == ("not shown", "0", "1,234")
