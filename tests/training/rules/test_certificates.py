import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.certificates import (
    ALPHABET,
    CURRENT,
    DUE,
    EXPIRED,
    SUPERSEDED,
    WITHDRAWN,
    Facts,
    is_code,
    name_shown,
    new_code,
    shown,
    standing,
    tidy_code,
)

codes = st.integers().map(lambda seed: new_code(random.Random(seed).choice))
TODAY = date(2026, 11, 28)


@given(codes)
def test_a_new_code_is_one_and_may_be_read_out(code):
    assert is_code(code)
    assert tidy_code(shown(code).lower()) == code


@given(codes, st.integers(0, 9), st.sampled_from(ALPHABET))
def test_one_wrong_letter_is_no_code(code, place, letter):
    wrong = code[:place] + letter + code[place + 1 :]

    assert is_code(wrong) == (wrong == code)


@given(codes, st.integers(0, 8))
def test_two_that_changed_places_are_no_code(code, place):
    turned = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert is_code(turned) == (turned == code)


def test_letters_that_look_alike_are_read_as_they_were_meant():
    code = next(code for seed in range(99) if "1" in (code := new_code(random.Random(seed).choice)) and "0" in code)

    assert is_code(code.replace("1", "l", 1).replace("0", "O", 1))


@pytest.mark.parametrize("typed", ["", "A" * 11, "A" * 10, "😀" * 11, "1" * 400])
def test_anything_else_is_no_code(typed):
    assert not is_code(typed)


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        (Facts(None), CURRENT),
        (Facts(TODAY + timedelta(days=61)), CURRENT),
        (Facts(TODAY + timedelta(days=60)), CURRENT),
        (Facts(TODAY + timedelta(days=59)), DUE),
        (Facts(TODAY), DUE),
        (Facts(TODAY - timedelta(days=1)), EXPIRED),
        (Facts(TODAY + timedelta(days=400), superseded_on=TODAY), SUPERSEDED),
        (Facts(TODAY + timedelta(days=400), superseded_on=TODAY, withdrawn_on=TODAY), WITHDRAWN),
        (Facts(TODAY + timedelta(days=400), withdrawn_on=TODAY + timedelta(days=1)), CURRENT),
    ],
)
def test_a_certificate_stands_as_the_day_has_it(facts, found):
    assert standing(facts, on=TODAY) == found


def test_a_name_is_shown_only_if_its_holder_wants_it():
    assert name_shown(name="Dee Okafor-Lane", may_show=True) == "Dee Okafor-Lane"
    assert name_shown(name="Dee Okafor-Lane", may_show=False) == "D. O."
