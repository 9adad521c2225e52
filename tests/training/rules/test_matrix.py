from datetime import date, timedelta

import pytest

from training.rules.matrix import Facts, counts, standing

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("facts", "word"),
    [
        (Facts(), ""),
        (Facts(enrolled=True), "not_begun"),
        (Facts(enrolled=True, begun=True), "begun"),
        (Facts(enrolled=True, due_on=DAY), "not_begun"),
        (Facts(enrolled=True, begun=True, due_on=DAY - timedelta(days=1)), "overdue"),
        (Facts(holds=True, held=True), "done"),
        (Facts(enrolled=True, holds=True, held=True, due_on=DAY - timedelta(days=1)), "done"),
        (Facts(holds=True, held=True, until=DAY + timedelta(days=91)), "done"),
        (Facts(holds=True, held=True, until=DAY + timedelta(days=90)), "soon"),
        (Facts(holds=True, held=True, until=DAY), "soon"),
        (Facts(holds=True, held=True, until=DAY - timedelta(days=1)), "run_out"),
    ],
)
def test_a_cell_is_one_word(facts, word):
    assert standing(facts, on=DAY) == word


def test_what_runs_out_soon_still_counts():
    assert [word for word in ("done", "soon", "run_out", "overdue", "begun", "not_begun", "") if counts(word)] == [
        "done",
        "soon",
    ]
