from datetime import date, timedelta

import pytest

from casefiles_support.rules import replies as rules
from casefiles_support.rules.letters import EVERY_STATE, LETTERS
from casefiles_support.rules.requests import BY_FACT, MOVES
from law.access_facts import KINDS as LAW_KINDS

TODAY = date(2026, 11, 28)
SENT = date(2026, 11, 1)


def why_not(kind, state, on=TODAY, reason="", **told):
    return rules.why_not_write_down(kind=kind, state=state, on=on, today=TODAY, sent_on=SENT, reason=reason, **told)


def test_every_reply_names_facts_states_and_letters_that_there_are():
    for kind in rules.KINDS.values():
        assert kind.fact in LAW_KINDS | {"", "transferred"}
        assert kind.frm <= EVERY_STATE
        assert kind.to in EVERY_STATE | {""}
        assert set(kind.letters) <= set(LETTERS)


def test_every_letter_that_is_offered_next_may_be_written_where_the_request_then_stands():
    for kind in rules.KINDS.values():
        then = {kind.to} if kind.to else kind.frm
        assert all(LETTERS[code].states & then for code in kind.letters), kind.words


@pytest.mark.parametrize("kind", [one for one in rules.KINDS.values() if one.fact in BY_FACT and one.to])
def test_a_reply_leads_where_the_table_of_the_law_says(kind):
    move = MOVES[BY_FACT[kind.fact]]

    assert kind.to == move.to
    assert kind.frm & move.frm


@pytest.mark.parametrize(
    ("kind", "state", "told", "sentence"),
    [
        ("what", "running", {}, "Choose what came"),
        ("stopped", "running", {}, "does not fit"),
        ("all", "drafting", {}, "does not fit"),
        ("all", "running", {"on": TODAY + timedelta(days=1)}, "in the future"),
        ("all", "running", {"on": SENT - timedelta(days=1)}, "before the letter was sent"),
        ("more_time", "running", {}, "Write the reason"),
        ("no", "running", {"reason": "  "}, "Write the reason"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(kind, state, told, sentence):
    assert sentence in " ".join(why_not(kind, state, **told))


def test_nothing_can_have_come_before_a_letter_was_sent():
    assert rules.offered("drafting") == []
    assert "received" in rules.offered("sent")
    assert "stopped" in rules.offered("paused")
