from datetime import date

import pytest

from casefiles_support.models import Redaction
from casefiles_support.rules import redactions as rules

DAY, NEXT = date(2026, 11, 2), date(2026, 11, 3)


def test_each_kind_has_a_question_of_its_own():
    assert set(rules.QUESTIONS) == set(Redaction.Category.values)
    assert len(set(rules.QUESTIONS.values())) == len(rules.QUESTIONS)


def test_there_is_one_question_for_each_item_that_asks_why_where_nobody_said():
    first, second = rules.questions_of([("known_family", 3, False), ("professional", 1, True)])

    assert first.startswith(f"Family that I already know about (3 pages). {rules.FOR_EACH[0]} This is family")
    assert rules.FOR_EACH[0] not in second
    assert second.startswith("The name of somebody who worked with me (1 page). Names of people")


def test_the_questions_are_in_the_language_of_the_letter():
    assert rules.questions_of([("court", 2, False)], language="cy") == [
        f"Papurau o'r llys (2 tudalen). {rules.FOR_EACH[1]} {rules.QUESTIONS['court'][1]}"
    ]


@pytest.mark.parametrize("state", ["part_answered", "answered", "in_complaint", "with_ico", "closed"])
def test_something_is_noted_once_something_came(state):
    assert rules.why_not_note(state=state, pages=1) == []


@pytest.mark.parametrize("state", ["drafting", "sent", "running", "paused", "none_found", "refused", "withdrawn"])
def test_nothing_is_noted_before_anything_came(state):
    assert rules.why_not_note(state=state, pages=1)


@pytest.mark.parametrize("pages", [0, -1, rules.MOST_PAGES + 1])
def test_pages_are_counted(pages):
    assert rules.why_not_note(state="answered", pages=pages)
    assert rules.why_not_put_right(answered=False, pages=pages)


def test_what_was_answered_is_not_put_right():
    assert rules.why_not_put_right(answered=True, pages=1)
    assert not rules.why_not_put_right(answered=False, pages=1)


def test_asking_needs_something_to_ask_about_and_a_day_that_fits():
    assert not rules.why_not_ask(on=DAY, today=DAY, noted=DAY, there=1)
    assert rules.why_not_ask(on=DAY, today=DAY, noted=DAY, there=0)
    assert rules.why_not_ask(on=NEXT, today=DAY, noted=DAY, there=1)
    assert rules.why_not_ask(on=DAY, today=NEXT, noted=NEXT, there=1)


def test_an_answer_comes_after_asking_and_once():
    fine = {"asked_on": DAY, "answered": False, "on": DAY, "today": DAY, "wanted": True}

    assert not rules.why_not_answer(**fine)
    assert rules.why_not_answer(**fine | {"answered": True})
    assert rules.why_not_answer(**fine | {"asked_on": None})
    assert rules.why_not_answer(**fine | {"wanted": False})
    assert rules.why_not_answer(**fine | {"on": NEXT})
    assert rules.why_not_answer(**fine | {"asked_on": NEXT, "today": NEXT})
