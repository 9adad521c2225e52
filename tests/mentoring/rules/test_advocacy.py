from datetime import date

import pytest

from mentoring.rules import advocacy as rules

TODAY = date(2026, 11, 22)
ASKED = date(2026, 11, 1)
OPENING = {"asked_on": ASKED, "answer_by": None, "permission_on": ASKED, "today": TODAY}
GOING_ON = {"verb": "chase", "status": "open", "permitted": True, "on": TODAY, "asked_on": ASKED, "today": TODAY}


def test_something_may_be_asked_with_permission():
    assert rules.why_not_open(**OPENING) == []


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"permission_on": None}, "Ask the person first"),
        ({"permission_on": date(2026, 11, 2)}, "their permission comes first"),
        ({"asked_on": date(2026, 11, 23)}, "not come yet"),
        ({"answer_by": date(2026, 10, 31)}, "cannot be due before"),
    ],
)
def test_each_refusal_to_open_has_its_reason(answers, reason):
    assert any(reason in sentence for sentence in rules.why_not_open(**(OPENING | answers)))


@pytest.mark.parametrize("verb", ["chase", "answer", "escalate", "close"])
@pytest.mark.parametrize("status", ["open", "escalated"])
def test_what_waits_may_be_chased_answered_taken_further_or_closed(verb, status):
    assert rules.why_not_go_on(**(GOING_ON | {"verb": verb, "status": status})) == []


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        *[({"verb": verb, "status": "closed"}, "open a new one") for verb in ("chase", "answer", "escalate", "close")],
        *[({"verb": verb, "permitted": False}, "taken their permission back") for verb in ("chase", "escalate")],
        *[({"verb": verb, "status": "answered"}, "an answer already") for verb in ("chase", "answer")],
        ({"on": date(2026, 11, 23)}, "not come yet"),
        ({"on": date(2026, 10, 31)}, "before it was asked"),
    ],
)
def test_each_refusal_to_go_on_has_its_reason(answers, reason):
    assert any(reason in sentence for sentence in rules.why_not_go_on(**(GOING_ON | answers)))


@pytest.mark.parametrize("verb", ["answer", "close"])
def test_without_permission_it_may_still_be_answered_and_closed(verb):
    assert rules.why_not_go_on(**(GOING_ON | {"verb": verb, "permitted": False})) == []


@pytest.mark.parametrize(
    ("status", "outcome", "reason"),
    [
        ("answered", "got", ""),
        ("answered", "partly", ""),
        ("answered", "refused", ""),
        ("escalated", "no_answer", ""),
        ("open", "not_wanted", ""),
        ("open", "got", "Write the answer down first"),
        ("escalated", "refused", "Write the answer down first"),
        ("open", "no_answer", "Take it further"),
        ("answered", "no_answer", "There is an answer"),
    ],
)
def test_what_it_is_closed_with_fits_how_far_it_came(status, outcome, reason):
    reasons = rules.why_not_outcome(outcome=outcome, status=status)

    assert (reasons == []) if not reason else (reason in reasons[0])


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 11, 22), date(2026, 12, 22)),
        (date(2027, 1, 31), date(2027, 2, 28)),
        (date(2026, 12, 15), date(2027, 1, 15)),
    ],
)
def test_ones_own_records_are_due_within_a_month(asked, due):
    assert rules.look_again_on(hook="own_records", asked_on=asked) == due


def test_where_no_law_gives_a_time_we_look_again_after_two_weeks():
    assert rules.look_again_on(hook="fair", asked_on=date(2026, 11, 1)) == date(2026, 11, 15)


def test_every_ground_says_where_it_comes_from():
    for hook in rules.HOOKS.values():
        assert hook.words
        assert hook.source
        assert hook.says.endswith(".")


def test_only_what_was_read_through_is_not_marked_to_be_checked():
    assert {slug for slug, hook in rules.HOOKS.items() if hook.checked} == {"keep_in_touch", "adviser_to_25", "fair"}
