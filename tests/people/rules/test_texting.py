"""Whether a text may go: the vectors S1 to S9 of the field, then what else stands in the way."""

from datetime import date

import pytest

from people.rules.texting import why_not_number, why_not_where

TODAY = date(2026, 11, 22)
FINE = {
    "theirs": True, "safe_to_use": True, "verified_on": date(2026, 11, 1), "released_on": None, "others_with_it": 0,
    "asked_for": True, "today": TODAY,
}  # fmt: skip


def where(kind, legal_state):
    return [one.code for one in why_not_where(kind=kind, legal_state=legal_state)]


def number(**changes):
    return [one.code for one in why_not_number(**{**FINE, **changes})]


@pytest.mark.parametrize(
    ("kind", "legal_state", "codes"),
    [
        pytest.param("custody", "sentenced", ["custody"], id="S1 in prison"),
        pytest.param("custody", "remand", ["custody"], id="S2 on remand"),
        pytest.param("unknown", "none", ["place-unknown"], id="S5 nobody knows"),
        pytest.param(None, None, ["place-unknown"], id="S5 nothing recorded"),
        pytest.param("custody", "recalled", ["custody"], id="S6 recalled"),
        pytest.param("unknown", "recalled", ["custody"], id="S6 recalled, and nobody knows where to"),
        pytest.param("approved_premises", "licence", [], id="S7 approved premises"),
        pytest.param("custody", "rotl", ["custody"], id="S8 on temporary licence"),
        pytest.param("hospital", "sentenced", ["custody"], id="a secure hospital"),
        pytest.param("community", "licence", [], id="at home"),
    ],
)
def test_where_they_are_comes_before_everything(kind, legal_state, codes):
    assert where(kind, legal_state) == codes


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        pytest.param({}, [], id="nothing in the way"),
        pytest.param(
            {"released_on": date(2026, 11, 20), "verified_on": date(2026, 3, 1)}, ["left-custody"],
            id="S3 not checked since release",
        ),
        pytest.param({"released_on": date(2026, 11, 20), "verified_on": date(2026, 11, 21)}, [], id="S4 checked since"),
        pytest.param({"theirs": False}, ["not-theirs"], id="changed hands"),
        pytest.param({"verified_on": None}, ["not-checked"], id="never checked"),
        pytest.param({"verified_on": date(2025, 11, 21)}, ["checked-long-ago"], id="checked over a year ago"),
        pytest.param({"verified_on": date(2025, 11, 22)}, [], id="checked a year ago"),
        pytest.param({"safe_to_use": False}, ["not-safe"], id="not safe"),
        pytest.param({"asked_for": False}, ["not-asked-for"], id="not asked for"),
        pytest.param({"others_with_it": 1}, ["shared"], id="shared"),
    ],
)  # fmt: skip
def test_the_number_must_be_theirs_checked_safe_and_asked_for(changes, codes):
    assert number(**changes) == codes


def test_a_person_may_decide_about_a_shared_number_and_about_nothing_else():
    held = why_not_number(**{**FINE, "others_with_it": 2})
    assert [one.hold for one in held] == [True]
    refused = why_not_number(**{**FINE, "verified_on": None, "safe_to_use": False, "asked_for": False})
    assert not any(one.hold for one in refused)


def test_the_text_that_checks_a_number_needs_no_checked_number():
    unchecked = {"verified_on": None, "safe_to_use": False, "asked_for": False, "others_with_it": 1}
    assert number(**unchecked, proving=True) == []
    assert number(theirs=False, proving=True) == ["not-theirs"]
