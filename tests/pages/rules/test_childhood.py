"""What somebody may be owed, from ages: sure where every day of the answers agrees, and never less than kind."""

from datetime import date

import pytest

from law.entitlement_names import NAMES
from pages.rules.childhood import CareTime, Childhood, answer

TODAY = date(2026, 11, 28)
AT_17, AT_20, AT_23, AT_46 = date(2009, 5, 4), date(2006, 3, 10), date(2003, 1, 1), date(1980, 1, 1)


def asked(born: date, *times: CareTime, **more):
    return answer(Childhood(born=born, times=times, **more), on=TODAY)


@pytest.mark.parametrize(
    ("born", "category", "changes_on"),
    [
        (AT_17, "ELIGIBLE", date(2027, 5, 4)),
        (AT_20, "FORMER_RELEVANT", date(2027, 3, 10)),
        (AT_23, "FORMER_RELEVANT_21_24_ON_REQUEST", date(2028, 1, 1)),
        (AT_46, "CARE_EXPERIENCED", None),
    ],
)
def test_in_care_from_ten_to_eighteen_is_sure(born, category, changes_on):
    found = asked(born, CareTime(10, 18, "C2"))

    assert (found.most.category, found.depends, found.changes_on) == (category, False, changes_on)


def test_where_the_days_decide_both_are_said():
    found = asked(AT_20, CareTime(15, 16, "V2"))  # a day, or nearly two years

    assert (found.most.category, found.least.category, found.depends) == ("FORMER_RELEVANT", "QUALIFYING", True)
    assert found.changes_on is None


def test_care_long_ago_makes_somebody_care_experienced_for_sure():
    found = asked(AT_46, CareTime(3, 9))

    assert (found.name, found.depends) == ("Care experienced", False)
    assert "at any age" in " ".join(found.most.because)


def test_who_remembers_nothing_may_be_entitled():
    assert asked(AT_20, CareTime(None, None)).most.category == "UNKNOWN"


def test_nothing_told_is_no_no():
    found = asked(AT_20)

    assert found.most.category == "NONE_RECORDED"
    assert "does not mean that there was none" in " ".join(found.most.because)


@pytest.mark.parametrize(
    ("locked", "most", "least"),
    [
        (True, "FORMER_RELEVANT", "FORMER_RELEVANT"),
        (None, "FORMER_RELEVANT", "CARE_EXPERIENCED"),
        (False, "CARE_EXPERIENCED", "CARE_EXPERIENCED"),
    ],
)
def test_locked_up_on_the_sixteenth_birthday_straight_from_care(locked, most, least):
    found = asked(AT_20, CareTime(12, 15, "C2"), locked_up_at_16=locked)

    assert (found.most.category, found.least.category) == (most, least)


def test_a_special_guardian_at_eighteen():
    found = asked(AT_20, CareTime(8, 10, "C2"), guardian_at_18=None)

    assert (found.most.category, found.least.category) == ("QUALIFYING", "CARE_EXPERIENCED")


def test_at_home_for_half_a_year_at_seventeen():
    times = CareTime(10, 16, "V2")

    assert asked(AT_17, times).most.category == "RELEVANT"
    assert asked(AT_17, times, at_home_now=True).most.category == "QUALIFYING"


def test_in_wales_the_categories_are_those_of_wales():
    found = asked(AT_20, CareTime(10, 18, "C2"), nation="W")

    assert found.name == "Category 3 young person (Wales)"


@pytest.mark.parametrize("born", [AT_17, AT_20, AT_23, AT_46, date(2026, 11, 28), date(2008, 2, 29)])
@pytest.mark.parametrize("since", [None, 0, 15, 17])
@pytest.mark.parametrize("until", [None, 0, 16, 17, 18])
def test_every_answer_has_a_name_and_reasons(born, since, until):
    for unsure in (None, True):
        said = {"locked_up_at_16": unsure, "guardian_at_18": unsure, "at_home_now": unsure}
        found = asked(born, CareTime(since, until), **said)
        for one in (found.most, found.least):
            assert NAMES[one.category] and one.because
