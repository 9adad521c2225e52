from datetime import date

import pytest

from casefiles_support.models import FamilyPlan
from casefiles_support.rules import family_plans as rules

DAY, NEXT = date(2026, 11, 2), date(2026, 11, 3)


def test_in_prison_they_hear_first_that_calls_are_recorded():
    assert rules.why_not_plan(in_custody=True, recorded_told=False)
    assert not rules.why_not_plan(in_custody=True, recorded_told=True)
    assert not rules.why_not_plan(in_custody=False, recorded_told=False)


def test_a_plan_changes_until_they_told_them():
    assert not rules.why_not_change(told=False, in_custody=False, recorded_told=False)
    assert rules.why_not_change(told=True, in_custody=False, recorded_told=False)
    assert rules.why_not_change(told=False, in_custody=True, recorded_told=False)


def test_mediation_begins_with_the_person_asking():
    assert rules.why_not_mediate(frm="not_wanted", to="referred", contact="may") == [
        "Only the person can ask for this. Write down first that they would like it."
    ]
    assert not rules.why_not_mediate(frm="not_wanted", to="asked", contact="may_not")


@pytest.mark.parametrize(
    ("contact", "fits"), [("may", True), ("no_need", True), ("may_not", False), ("not_asked", False)]
)
def test_we_bring_nobody_together_before_contact_is_known_to_be_allowed(contact, fits):
    assert (rules.why_not_mediate(frm="asked", to="referred", contact=contact) == []) is fits


def test_they_can_stop_it_whenever_it_has_not_happened():
    for frm in ("asked", "referred"):
        assert not rules.why_not_mediate(frm=frm, to="not_wanted", contact="may_not")
    assert rules.why_not_mediate(frm="happened", to="not_wanted", contact="may")
    assert set(rules.NEXT) == set(FamilyPlan.Mediation.values)


def test_telling_is_theirs_and_only_its_day_is_looked_at():
    assert not rules.why_not_tell(told_on=None, on=DAY, today=DAY, made=DAY)
    assert rules.why_not_tell(told_on=DAY, on=DAY, today=DAY, made=DAY)
    assert rules.why_not_tell(told_on=None, on=NEXT, today=DAY, made=DAY)
    assert rules.why_not_tell(told_on=None, on=DAY, today=NEXT, made=NEXT)
