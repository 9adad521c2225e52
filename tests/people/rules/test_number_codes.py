from datetime import UTC, datetime, timedelta

import pytest

from people.rules.number_codes import GOOD_FOR, why_not_send, why_not_take

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({}, 0), ({"kind": "landline"}, 1), ({"current": False}, 1), ({"sent_lately": 2}, 0), ({"sent_lately": 3}, 1),
    ],
)  # fmt: skip
def test_a_code_goes_to_a_mobile_that_is_in_use_and_not_again_and_again(changes, reasons):
    assert len(why_not_send(**{"kind": "mobile", "current": True, "sent_lately": 0, **changes})) == reasons


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""), ({"sent_at": None}, "Send a code first"), ({"used": True}, "Send a code first"),
        ({"sent_at": NOW - GOOD_FOR}, ""), ({"sent_at": NOW - GOOD_FOR - timedelta(seconds=1)}, "too old"),
        ({"tries": 4}, ""), ({"tries": 5}, "five times"),
    ],
)  # fmt: skip
def test_a_code_is_taken_once_soon_and_within_five_tries(changes, words):
    reasons = why_not_take(**{"sent_at": NOW, "tries": 0, "used": False, "now": NOW, **changes})
    assert bool(reasons) == bool(words)
    assert words in " ".join(reasons)
