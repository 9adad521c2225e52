"""What a workbook says to its questions for practice, and packages too: once, and to each answer."""

import pytest

from training.printing_handouts import in_words, replies

LINES = [
    {"id": "a", "says": "One", "goes_with": "First", "right": True, "then": "That is it."},
    {"id": "b", "says": "Two", "goes_with": "Second", "right": False, "then": "Not that."},
]


def said_to(kind, options=LINES):
    question = {"id": "q", "kind": kind, "options": options, "right": "Well done.", "wrong": "Look.", "fixed": True}
    return list(replies(question, seed="s"))


@pytest.mark.parametrize("kind", ["single", "multiple", "branch"])
def test_the_right_answer_comes_first_and_then_what_is_said_to_each(kind):
    assert said_to(kind) == ["A. Well done.", "A: That is it.", "B: Not that."]


def test_what_is_put_in_order_is_told_in_it():
    assert said_to("order", [{**one, "right": False} for one in LINES]) == ["In this order: One; Two.", "Well done."]


def test_what_goes_with_what_is_told_line_by_line():
    assert said_to("match") == ["One – First", "Two – Second", "Well done."]


def test_a_short_answer_has_no_right_one():
    assert said_to("short_text", []) == []


@pytest.mark.parametrize(("letters", "words"), [("A", "A"), ("AC", "A and C"), ("ACD", "A, C and D")])
def test_letters_are_said_as_people_say_them(letters, words):
    assert in_words(letters) == words
