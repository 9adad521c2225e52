"""The code on a paper sheet: a slip of the pen never makes another sheet of it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common import sheet_codes

codes = st.integers(0).map(lambda seed: sheet_codes.new_code(random.Random(seed).choice))


@given(codes)
def test_a_code_is_eight_characters_that_nobody_mixes_up(code):
    assert len(code) == 8
    assert not set(code) & set("0OILU")
    assert sheet_codes.why_not_a_code(code) == []


@given(codes)
def test_one_wrong_character_is_always_found(code):
    for at in range(8):
        for letter in set(sheet_codes.ALPHABET) - {code[at]}:
            assert sheet_codes.why_not_a_code(code[:at] + letter + code[at + 1 :])


@given(codes, st.integers(0, 7), st.integers(0, 7))
def test_two_characters_that_changed_places_are_always_found(code, one, other):
    swapped = list(code)
    swapped[one], swapped[other] = code[other], code[one]

    assert bool(sheet_codes.why_not_a_code("".join(swapped))) == (code[one] != code[other])


@given(codes)
def test_a_code_is_read_however_it_is_typed(code):
    hand = sheet_codes.in_fours(code).lower().replace("1", "l").replace("-", " - ")

    assert sheet_codes.tidy_code(f"  {hand}\t") == code


@given(st.text())
def test_whatever_is_typed_gets_a_sentence_or_is_a_code(typed):
    assert sheet_codes.why_not_a_code(typed) == [] or sheet_codes.why_not_a_code(typed)[0].endswith(".")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Enter the code"),
        ("---", "Enter the code"),
        ("ABC", "8 letters and numbers"),
        ("ABCD-EFGH-J", "8 letters and numbers"),
        ("0BCD-EFGH", "No code has 0 in it"),
        ("OUCD-EFGH", "No code has O or U in it"),
        ("ßÄCDEFG1", "8 letters and numbers"),
        ("1111-1112", "not right"),
    ],
)
def test_why_not_a_code_says_what_to_look_at(typed, sentence):
    assert sentence in sheet_codes.why_not_a_code(typed)[0]
