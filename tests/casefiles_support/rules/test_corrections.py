from datetime import date

import pytest

from casefiles_support.rules import corrections as rules

DAY, NEXT = date(2026, 11, 2), date(2026, 11, 3)


def test_they_are_told_all_that_they_can_choose_and_that_leaving_it_is_fine():
    assert len(rules.CHOICES) == 8
    assert rules.CHOICES[-1][0] == "Leave it"


@pytest.mark.parametrize(("state", "fits"), [("answered", True), ("part_answered", True), ("running", False)])
def test_it_begins_once_something_came(state, fits):
    assert (rules.why_not_begin(state=state) == []) is fits


def test_it_is_sent_once_after_it_was_begun():
    fine = {"asked_on": None, "answered": False, "on": DAY, "today": DAY, "begun": DAY}

    assert not rules.why_not_send(**fine)
    assert rules.why_not_send(**fine | {"asked_on": DAY})
    assert rules.why_not_send(**fine | {"answered": True})
    assert rules.why_not_send(**fine | {"on": NEXT})
    assert rules.why_not_send(**fine | {"begun": NEXT, "today": NEXT})


def test_it_comes_after_it_was_sent_and_once():
    fine = {"asked_on": DAY, "received_on": None, "answered": False, "on": DAY, "today": DAY}

    assert not rules.why_not_receive(**fine)
    assert rules.why_not_receive(**fine | {"asked_on": None})
    assert rules.why_not_receive(**fine | {"received_on": DAY})
    assert rules.why_not_receive(**fine | {"answered": True})
    assert rules.why_not_receive(**fine | {"on": NEXT})


def test_an_answer_follows_sending_but_the_person_may_stop_it_before():
    fine = {"result": "done", "asked_on": DAY, "received_on": None, "answered": False, "on": DAY, "today": DAY}

    assert not rules.why_not_answer(**fine)
    assert rules.why_not_answer(**fine | {"asked_on": None})
    assert not rules.why_not_answer(**fine | {"asked_on": None, "result": "withdrawn"})
    assert rules.why_not_answer(**fine | {"answered": True})
    assert rules.why_not_answer(**fine | {"result": ""})
    assert rules.why_not_answer(**fine | {"on": NEXT})
    assert rules.why_not_answer(**fine | {"received_on": NEXT, "today": NEXT})
