"""Whatever order reports come in, the status never steps back and the first final one stands."""

from itertools import permutations

import pytest

from messaging.rules.receipts import FINAL, OURS, RANK, Merged, merge, merged


@pytest.mark.parametrize("order", list(permutations(["queued", "sending", "sent", "delivered"])))
def test_any_order_ends_delivered(order):
    assert merged(now="accepted", heard=list(order)) == Merged("delivered")


@pytest.mark.parametrize("final", sorted(FINAL))
def test_the_first_final_report_wins_and_another_is_a_conflict(final):
    for other in FINAL:
        assert merge(now=final, heard=other) == Merged(final, conflict=other != final)
    assert merge(now=final, heard="sent") == Merged(final)


@pytest.mark.parametrize("now", RANK)
@pytest.mark.parametrize("heard", [*OURS, "", "nonsense", "received"])
def test_nothing_ever_steps_back(now, heard):
    assert RANK[merge(now=now, heard=heard).status] >= RANK[now]


@pytest.mark.parametrize(
    ("now", "heard", "then"),
    [
        ("sending", "queued", "accepted"),
        ("unknown", "sent", "sent"),
        ("sent", "queued", "sent"),
        ("no_receipt", "sent", "no_receipt"),
        ("no_receipt", "delivered", "delivered"),
        ("accepted", "canceled", "failed"),
        ("sent", "read", "delivered"),
        ("sent", "who knows", "sent"),
    ],
)
def test_each_step(now, heard, then):
    assert merge(now=now, heard=heard) == Merged(then)
