from datetime import date, timedelta

from casefiles_support.rules import erasures as rules

DAY = date(2026, 11, 2)
FINE = {
    "why": rules.ASKED, "closed": True, "told_on": DAY, "could_not_tell": False, "today": DAY, "same_person": False,
}  # fmt: skip


def test_it_is_due_two_years_after_it_was_closed():
    assert not rules.is_due(closed_on=None, on=DAY)
    assert not rules.is_due(closed_on=DAY, on=DAY + timedelta(days=729))
    assert rules.is_due(closed_on=DAY, on=DAY + timedelta(days=730))


def test_an_open_one_is_closed_first():
    assert rules.why_not_ask(closed=False)
    assert not rules.why_not_ask(closed=True)
    assert rules.why_not_agree(**FINE | {"closed": False})


def test_two_agree_once_the_person_was_told():
    assert not rules.why_not_agree(**FINE)
    assert rules.why_not_agree(**FINE | {"same_person": True}) == ["Somebody else has to agree: it takes two of us."]
    assert rules.why_not_agree(**FINE | {"told_on": None}) == ["They have not been told yet."]


def test_whoever_did_not_ask_for_it_has_four_weeks_to_say_no():
    soon, later = DAY + timedelta(days=27), DAY + timedelta(days=28)

    for change in ({"why": rules.TWO_YEARS}, {"could_not_tell": True}):
        assert "30 November 2026" in rules.why_not_agree(**FINE | change | {"today": soon})[0]
        assert not rules.why_not_agree(**FINE | change | {"today": later})


def test_the_person_is_told_once_on_a_day_that_fits():
    fine = {"told_on": None, "on": DAY, "today": DAY, "asked": DAY}

    assert not rules.why_not_tell(**fine)
    assert rules.why_not_tell(**fine | {"told_on": DAY})
    assert rules.why_not_tell(**fine | {"on": DAY + timedelta(days=1)})
    assert rules.why_not_tell(**fine | {"on": DAY - timedelta(days=1)})
