from datetime import date

import pytest

from messaging.rules.caps import REASONS, Caps, Scope, amounts, counters, over

CAPS = Caps(day=10, month=20, person=3)


def test_each_scope_has_a_counter():
    found = counters(on=date(2026, 11, 28), whose="abc")

    assert list(found.values()) == ["2026-11-28", "2026-11", "2026-11-28:abc"]


def test_the_house_pays_for_parts_and_a_person_bears_texts():
    assert amounts(2) == {Scope.DAY: 2, Scope.MONTH: 2, Scope.PERSON: 1}


@pytest.mark.parametrize(
    ("spent", "parts", "broken"),
    [
        ({}, 2, []),
        ({Scope.DAY: 8, Scope.MONTH: 18, Scope.PERSON: 2}, 2, []),
        ({Scope.DAY: 9}, 2, [Scope.DAY]),
        ({Scope.MONTH: 19}, 2, [Scope.MONTH]),
        ({Scope.PERSON: 3}, 1, [Scope.PERSON]),
        ({Scope.DAY: 10, Scope.MONTH: 20, Scope.PERSON: 3}, 1, [Scope.DAY, Scope.MONTH, Scope.PERSON]),
    ],
)
def test_what_would_break_a_cap_is_said(spent, parts, broken):
    assert over(spent=spent, adding=amounts(parts), caps=CAPS) == [REASONS[scope] for scope in broken]
