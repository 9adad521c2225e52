from datetime import date, timedelta

from casefiles_support.rules import missing_items as rules

DAY, NEXT = date(2026, 11, 2), date(2026, 11, 3)
FINE = {"asked_on": DAY, "answered": False, "on": DAY, "today": DAY}


def test_something_is_missing_after_an_answer_or_after_nothing_was_found():
    for state in ("answered", "part_answered", "none_found", "in_complaint"):
        assert not rules.why_not_note(state=state, years_from=None, years_to=None, today=DAY)
    for state in ("drafting", "sent", "running", "paused"):
        assert rules.why_not_note(state=state, years_from=None, years_to=None, today=DAY)


def test_years_go_forwards_and_are_no_slip_of_the_hand():
    def why(first, last):
        return rules.why_not_note(state="answered", years_from=first, years_to=last, today=DAY)

    assert not why(1994, 1996)
    assert why(1996, 1994) == ["The second year is before the first."]
    assert why(199, None) and why(None, 2030)


def test_asking_needs_something_to_ask_for_and_a_day_that_fits():
    assert not rules.why_not_ask(on=DAY, today=DAY, noted=DAY, there=1)
    assert rules.why_not_ask(on=DAY, today=DAY, noted=DAY, there=0)
    assert rules.why_not_ask(on=NEXT, today=DAY, noted=DAY, there=1)
    assert rules.why_not_ask(on=DAY, today=NEXT, noted=NEXT, there=1)


def test_it_is_time_to_ask_again_after_four_weeks_from_the_last_time():
    assert rules.chase_on(asked_on=DAY, chased_on=None) == DAY + timedelta(days=28)
    assert rules.chase_on(asked_on=DAY, chased_on=NEXT) == NEXT + timedelta(days=28)


def test_asking_again_follows_asking_and_comes_before_an_answer():
    fine = FINE | {"chased_on": None}

    assert not rules.why_not_chase(**fine)
    assert rules.why_not_chase(**fine | {"answered": True})
    assert rules.why_not_chase(**fine | {"asked_on": None})
    assert rules.why_not_chase(**fine | {"on": NEXT})
    assert rules.why_not_chase(**fine | {"chased_on": NEXT, "today": NEXT})


def test_an_answer_comes_after_asking_and_once():
    fine = FINE | {"wanted": True}

    assert not rules.why_not_answer(**fine)
    assert rules.why_not_answer(**fine | {"answered": True})
    assert rules.why_not_answer(**fine | {"asked_on": None})
    assert rules.why_not_answer(**fine | {"wanted": False})
    assert rules.why_not_answer(**fine | {"on": NEXT})
