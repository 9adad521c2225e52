from datetime import date, timedelta

import pytest

from casefiles_support.rules import replies as rules
from casefiles_support.rules.letters import EVERY_STATE, LETTERS
from law.access_facts import KINDS as LAW_KINDS

TODAY = date(2026, 11, 28)
SENT = date(2026, 11, 1)


def why_not(kind, state, on=TODAY, reason="", **told):
    return rules.why_not_write_down(kind=kind, state=state, on=on, today=TODAY, sent_on=SENT, reason=reason, **told)


def goes(kind, state, *facts, on=TODAY, due=None):
    return rules.goes_to(kind=kind, state=state, facts=list(facts), on=on, due=due)


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


@pytest.mark.parametrize(
    ("kind", "state", "to"),
    [
        ("received", "sent", "running"),
        ("received", "running", ""),
        ("proof_asked", "sent", "waiting_for_proof"),
        ("permission_asked", "running", "waiting_for_proof"),
        ("question", "running", "paused"),
        ("question", "part_answered", ""),
        ("how_to_send", "running", ""),
        ("answer_came", "paused", "running"),
        ("more_time", "running", ""),
        ("not_yet", "running", ""),
        ("part", "paused", "part_answered"),
        ("all", "part_answered", "answered"),
        ("nothing", "running", "none_found"),
        ("not_ours", "running", "none_found"),
        ("no_without_reason", "running", "refused"),
        ("passed_on", "running", "passed_on"),
        ("stopped", "paused", "lapsed"),
    ],
)
def test_a_reply_says_where_the_request_goes(kind, state, to):
    assert why_not(kind, state, reason="complex") == []
    assert goes(kind, state) == to


def test_the_month_begins_only_once_all_that_was_asked_for_is_in():
    asked = [("id_asked", SENT), ("authority_asked", SENT), ("id_received", TODAY)]

    assert goes("proof_came", "waiting_for_proof", *asked) == ""
    assert goes("permission_came", "waiting_for_proof", *asked, ("authority_received", TODAY)) == "running"


def test_proof_that_is_asked_for_again_is_missing_again():
    facts = [("id_asked", SENT), ("id_received", SENT), ("id_asked", TODAY)]

    assert rules.still_asked(facts) == ["id_asked"]


def test_a_question_after_the_time_has_run_out_stops_nothing():
    assert goes("question", "running", due=TODAY - timedelta(days=1)) == ""
    assert goes("question", "running", due=TODAY) == "paused"


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
