from datetime import date, timedelta

from casefiles_support.rules import evaluations as rules

DAY = date(2026, 11, 2)
FINE = {"state": "answered", "on": DAY, "today": DAY, "helped": ["peer"], "hurt": ["waiting"]}


def test_it_can_be_said_with_ticks_and_with_none():
    assert not rules.why_not_look_back(**FINE)
    assert not rules.why_not_look_back(**FINE | {"helped": [], "hurt": []})


def test_a_holder_that_nobody_asked_cannot_be_looked_back_at():
    for state in ("drafting", "agreed", "ready"):
        assert rules.why_not_look_back(**FINE | {"state": state})
    for state in ("withdrawn", "closed", "running"):
        assert not rules.why_not_look_back(**FINE | {"state": state})


def test_only_what_is_on_the_list_is_taken():
    assert rules.why_not_look_back(**FINE | {"helped": ["a word of theirs"]})
    assert rules.why_not_look_back(**FINE | {"hurt": ["peer"]})
    assert rules.why_not_look_back(**FINE | {"on": DAY + timedelta(days=1)})


def test_no_word_is_on_both_lists():
    assert not set(rules.HELPED) & set(rules.HURT)
    assert rules.in_words(["peer", "waiting", "gone"]) == [rules.HELPED["peer"], rules.HURT["waiting"]]
