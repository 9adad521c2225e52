from datetime import date

import pytest

from mentoring.rules import follow_ups as rules

TODAY = date(2026, 11, 22)
FITS = {
    "outcome": "done", "channel": "phone", "why_not_phone": [], "on": TODAY, "ended_on": date(2026, 10, 1),
    "today": TODAY,
}  # fmt: skip


@pytest.mark.parametrize(
    "answers",
    [{}, {"channel": "letter", "why_not_phone": ["In custody."]}, {"outcome": "not_wanted", "channel": ""}],
)
def test_a_safe_way_may_be_used(answers):
    assert rules.why_not_record(**(FITS | answers)) == []


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"why_not_phone": ["They are in custody."]}, "in custody"),
        ({"why_not_phone": ["They are in custody."]}, "letter through the contact point"),
        ({"why_not_phone": None}, "Choose the number"),
        ({"channel": ""}, "how you asked"),
        ({"channel": "", "outcome": "no_answer"}, "how you asked"),
        ({"on": date(2026, 11, 23)}, "not come yet"),
        ({"on": date(2026, 9, 30)}, "before the match ended"),
    ],
)
def test_each_refusal_has_its_reason(answers, reason):
    assert any(reason in sentence for sentence in rules.why_not_record(**(FITS | answers)))
