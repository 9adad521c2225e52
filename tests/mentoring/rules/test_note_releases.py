from datetime import date

import pytest

from mentoring.rules import note_releases as rules

TODAY = date(2026, 11, 22)
FITS = {"match_is_over": False, "anything": True, "until": None, "today": TODAY, "had_another": True}


def test_a_person_may_let_a_new_mentor_read():
    assert rules.why_not_release(**FITS) == []
    assert rules.why_not_release(**(FITS | {"until": TODAY})) == []


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"match_is_over": True}, "has ended"),
        ({"had_another": False}, "nothing earlier"),
        ({"anything": False}, "Choose what"),
        ({"until": date(2026, 11, 21)}, "is past"),
    ],
)
def test_each_refusal_has_its_reason(answers, reason):
    assert any(reason in sentence for sentence in rules.why_not_release(**(FITS | answers)))
