from datetime import date

import pytest

from casefiles_support.rules import letters as rules

TODAY = date(2026, 11, 28)


def test_there_are_eighteen_letters_each_with_its_own_number():
    assert [kind.number for kind in rules.LETTERS.values()] == list(range(1, 19))


def test_every_letter_may_be_written_from_somewhere_that_a_request_can_stand():
    assert all(kind.states and kind.states <= rules.EVERY_STATE for kind in rules.LETTERS.values())


def test_what_is_offered_while_nothing_is_sent_gets_the_request_ready():
    assert rules.offered(state="drafting") == ["request", "authority", "identity", "delivery"]


def test_what_is_offered_while_they_wait_says_nobody_is_late():
    assert "late" not in rules.offered(state="running", may_ask=True)
    assert "progress" in rules.offered(state="running", may_ask=True)
    assert "late" in rules.offered(state="running", may_ask=True, late=True)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"code": "late", "state": "running"}, "They are not late"),
        ({"code": "late", "state": "running", "late": True, "assumed": True}, "Nobody has confirmed"),
        ({"code": "late", "state": "answered", "late": True}, "does not fit"),
        ({"code": "progress", "state": "running"}, "Their time has not run out"),
        ({"code": "extension", "state": "running"}, "too late or without a reason"),
        ({"code": "complaint", "state": "running"}, "They are not late yet"),
        ({"code": "request", "state": "drafting", "regime": "adoption"}, "Ask the adoption agency"),
        ({"code": "request", "state": "drafting", "regime": "court"}, "Ask the court"),
        ({"code": "request", "state": "sent"}, "does not fit"),
        ({"code": "regulator", "state": "running"}, "does not fit"),
    ],
)
def test_a_letter_that_does_not_fit_is_refused_with_the_reason(told, sentence):
    assert sentence in " ".join(rules.why_not_write(**told))


@pytest.mark.parametrize(
    "told",
    [
        {"code": "late", "state": "running", "late": True},
        {"code": "progress", "state": "running", "may_ask": True, "assumed": True},
        {"code": "extension", "state": "running", "notice_fails": True},
        {"code": "complaint", "state": "none_found"},
        {"code": "request", "state": "drafting", "regime": "part_3"},
    ],
)
def test_a_letter_that_fits_may_be_written(told):
    assert rules.why_not_write(**told) == []


def test_agreeing_is_to_one_text():
    assert rules.why_not_agree(seen="a", stands="a") == []
    assert "has changed" in rules.why_not_agree(seen="a", stands="b")[0]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"checked_by": 1}, "Somebody else"),
        ({"verified_on": None}, "12 months"),
        ({"verified_on": date(2025, 11, 28)}, "12 months"),
    ],
)
def test_the_address_is_checked_by_another_and_is_fresh(told, sentence):
    fine = {"drafted_by": 1, "checked_by": 2, "verified_on": date(2025, 11, 29), "today": TODAY}

    assert rules.why_not_check(**fine) == []
    assert sentence in rules.why_not_check(**fine | told)[0]


def test_the_newest_wording_that_holds_is_written_with(monkeypatch):
    first, second = rules.Edition(1, date(2026, 1, 1)), rules.Edition(2, date(2027, 1, 1))
    monkeypatch.setitem(rules.LETTERS, "late", rules.Kind(8, frozenset({"running"}), editions=(first, second)))

    assert rules.edition("late", date(2026, 12, 31)) == first
    assert rules.edition("late", date(2027, 1, 1)) == second
    assert rules.in_order(["late", "request"]) == ["request", "late"]
