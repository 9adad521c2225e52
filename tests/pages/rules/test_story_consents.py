from datetime import date

import pytest

from pages.rules import story_consents as rules

DAY = date(2026, 11, 20)
AGREED = rules.Agreed(on_site=True, pictures=True, words={"en-gb": "a"})


def why(agreed, **changes):
    return rules.why_not_show(agreed, **{"language": "en-gb", "words": "a", "has_pictures": True, **changes})


def test_what_they_said_yes_to_may_be_shown():
    assert why(AGREED) == []


@pytest.mark.parametrize(("agreed", "changes", "reason"), [
    (None, {}, rules.NOBODY_SAID_YES),
    (rules.Agreed(on_site=False, pictures=True, words={"en-gb": "a"}), {}, rules.NOT_HERE),
    (AGREED, {"words": "b"}, rules.NEW_WORDS),
    (AGREED, {"language": "cy"}, rules.NEW_WORDS),
    (rules.Agreed(on_site=True, pictures=False, words={"en-gb": "a"}), {}, rules.NO_PICTURES),
])  # fmt: skip
def test_anything_else_may_not(agreed, changes, reason):
    assert why(agreed, **changes) == [reason]


def test_without_pictures_nobody_need_have_said_yes_to_any():
    assert why(rules.Agreed(on_site=True, pictures=False, words={"en-gb": "a"}), has_pictures=False) == []


def test_a_yes_holds_for_two_years():
    assert rules.until(DAY) == date(2028, 11, 20)
    assert rules.until(date(2028, 2, 29)) == date(2030, 2, 28)
    assert rules.why_not_days(given_on=DAY, expires_on=rules.until(DAY), today=DAY) == []


@pytest.mark.parametrize(("given_on", "expires_on", "says"), [
    (date(2026, 11, 21), date(2027, 11, 20), "future"),
    (date(2025, 11, 20), date(2026, 11, 19), "passed already"),
    (DAY, date(2028, 11, 21), "at most"),
])  # fmt: skip
def test_days_that_cannot_be_are_refused(given_on, expires_on, says):
    assert says in rules.why_not_days(given_on=given_on, expires_on=expires_on, today=DAY)[0]


@pytest.mark.parametrize("reach", ["07700 900123", "ring +44 (0)7700 900-123", "01632.960.001"])
def test_no_telephone_is_kept(reach):
    assert rules.why_not_reach(reach)


@pytest.mark.parametrize(
    "reach", ["", "wren@example.org", "12 Made-up Street, Leeds LS1 4AP", "Born 1999, flat 12, 34"]
)
def test_an_address_is(reach):
    assert rules.why_not_reach(reach) == []


def test_a_name_is_needed_unless_they_chose_none():
    assert rules.why_not_name("own", " ")
    assert rules.why_not_name("none", "") == []


@pytest.mark.parametrize(("had", "wants"), [("none", "other"), ("none", "own"), ("other", "own")])
def test_no_name_tells_more_than_the_one_they_said_yes_to(had, wants):
    assert "more of who they are" in rules.why_not_name(wants, "Wren", had=had)[0]


@pytest.mark.parametrize(("wanted", "says"), [({"on_site", "in_packs"}, "more than"), (set(), "nothing")])
def test_less_is_less_and_not_nothing(wanted, says):
    assert says in rules.why_not_narrow(had={"on_site"}, wanted=wanted)[0]
