"""Questions for practice on paper: asked in the workbook, and answered at its end; packages say the same."""

import io
import re

import pytest
from pypdf import PdfReader

from tests.conftest import NOW
from tests.training.shipped import version_of
from training.printing_handouts import in_words, replies, workbook_pdf

LINES = [
    {"id": "a", "says": "One", "goes_with": "First", "right": True, "then": "That is it."},
    {"id": "b", "says": "Two", "goes_with": "Second", "right": False, "then": "Not that."},
]


def said_to(kind, options=LINES):
    question = {"id": "q", "kind": kind, "options": options, "right": "Well done.", "wrong": "Look.", "fixed": True}
    return list(replies(question, seed="s"))


def bare(words):
    """Without the spaces, which a line's end takes away."""
    return re.sub(r"\s", "", words)


@pytest.mark.parametrize("key", ["staff-why", "mentor-safe"])
def test_a_workbook_asks_what_it_answers_at_its_end(key):
    version = version_of(key)
    pages = PdfReader(io.BytesIO(workbook_pdf(version, large=False, at=NOW))).pages
    text = bare("".join(page.extract_text() for page in pages))
    asked, _, told = text.partition(bare("What we say to the questions"))

    practice = [block["value"] for lesson in version.plain["lessons"] for block in lesson["blocks"]
                if block["type"] == "question" and block["value"]["when"] == "practice"]  # fmt: skip
    assert len({one["kind"] for one in practice}) > 2
    for one in practice:
        assert bare(one["ask"]) in asked
        for option in one["options"]:
            assert bare(option["says"]) in asked
            assert bare(option["goes_with"]) in asked
        assert bare(one["right"]) in told


@pytest.mark.parametrize("kind", ["single", "multiple", "branch"])
def test_the_right_answer_comes_first_and_then_what_is_said_to_each(kind):
    assert said_to(kind) == ["A. Well done.", "A: That is it.", "B: Not that."]


def test_where_nothing_is_said_to_a_right_answer_it_is_named():
    question = {"id": "q", "kind": "branch", "options": LINES, "right": "", "wrong": "", "fixed": True}

    assert next(iter(replies(question, seed="s"))) == "The best answer is A."


def test_what_is_put_in_order_is_told_in_it():
    assert said_to("order", [{**one, "right": False} for one in LINES]) == ["In this order: One; Two.", "Well done."]


def test_what_goes_with_what_is_told_line_by_line():
    assert said_to("match") == ["One – First", "Two – Second", "Well done."]


def test_a_short_answer_has_no_right_one():
    assert said_to("short_text", []) == []


@pytest.mark.parametrize(("letters", "words"), [("A", "A"), ("AC", "A and C"), ("ACD", "A, C and D")])
def test_letters_are_said_as_people_say_them(letters, words):
    assert in_words(letters) == words
