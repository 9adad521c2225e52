"""The legal table, row by row, and each refusal."""

from datetime import date

import pytest

from casefiles_support.models import AccessRequest, Fact
from casefiles_support.rules import letters
from casefiles_support.rules import requests as rules
from casefiles_support.rules.requests import Around

TODAY = date(2026, 11, 28)
DONE = Around(
    late=True, complained=True, complaint_answered=True, regulator_answered=True, told=True, offered=True
)  # fmt: skip
# From, by what, to: the table as it was agreed.
ROWS = """
drafting agree agreed | agreed check ready | agreed take_back drafting | ready take_back drafting | ready send sent
drafting come_along sent | sent receive running | sent ask_for_proof waiting_for_proof
running ask_for_proof waiting_for_proof | waiting_for_proof proof_in running | running ask_question paused
paused answer_question running | paused lapse lapsed | running part part_answered | paused part part_answered
running answer answered | part_answered answer answered | running find_nothing none_found | running refuse refused
running pass_on passed_on | answered complain in_complaint | none_found complain in_complaint
refused complain in_complaint | part_answered complain in_complaint | lapsed complain in_complaint
running complain in_complaint | in_complaint answer answered | in_complaint refuse refused
in_complaint go_to_regulator with_ico | refused go_to_regulator with_ico | answered close closed | refused close closed
none_found close closed | withdrawn close closed | lapsed close closed | with_ico close closed | passed_on close closed
closed reopen answered | drafting withdraw withdrawn | sent withdraw withdrawn | paused withdraw withdrawn
with_ico withdraw withdrawn
"""
TABLE = [row.split() for row in ROWS.strip().replace("\n", " | ").split(" | ")]
EVERY = [(name, state) for name in rules.MOVES for state in sorted(rules.EVERY_STATE)]


@pytest.mark.parametrize(("frm", "move", "to"), TABLE)
def test_each_row_of_the_table_leads_where_it_says(frm, move, to):
    assert rules.why_not(move, frm, DONE) == []
    assert rules.goes_to(move, before="answered") == to


@pytest.mark.parametrize(("move", "state"), EVERY)
def test_from_everywhere_else_a_move_is_refused_with_its_sentence(move, state):
    refused = rules.why_not(move, state, DONE) == [rules.MOVES[move].refuses]

    assert refused == (state not in rules.MOVES[move].frm)


def test_the_table_the_model_and_the_letters_know_the_same_states():
    assert {str(state) for state in AccessRequest.Status} == rules.EVERY_STATE == letters.EVERY_STATE
    assert set(rules.BY_FACT) <= {str(kind) for kind in Fact.Kind}


def test_stopping_is_always_possible_until_it_is_stopped_or_closed():
    cannot = {state for state in rules.EVERY_STATE if rules.why_not("withdraw", state)}

    assert cannot == {"withdrawn", "closed"}


@pytest.mark.parametrize(
    ("move", "state", "around", "sentence"),
    [
        ("complain", "running", Around(), "still have time"),
        ("go_to_regulator", "refused", Around(), "complain to the holder first"),
        ("go_to_regulator", "in_complaint", Around(complained=True), "thirty days"),
        ("close", "with_ico", Around(told=True, offered=True), "regulator has not answered"),
        ("close", "answered", Around(told=True, offered=True, untold=True), "have not been told of"),
        ("close", "answered", Around(offered=True), "Tell them how it ended"),
        ("close", "answered", Around(told=True), "Offer them"),
        ("close", "answered", Around(told=True, offered=True, unplanned=True), "ask how they are"),
    ],
)
def test_a_move_waits_for_what_it_hangs_on(move, state, around, sentence):
    assert sentence in " ".join(rules.why_not(move, state, around))


def test_the_regulator_may_be_asked_once_thirty_days_are_gone():
    assert rules.why_not("go_to_regulator", "in_complaint", Around(complained=True, complaint_waited=True)) == []


def test_what_may_follow_is_read_from_the_table():
    assert rules.possible("drafting") == ["agree", "come_along", "withdraw"]
    assert rules.possible("closed") == ["reopen"]


@pytest.mark.parametrize(
    ("form", "in_custody", "authorised_on", "sentence"),
    [
        ("paper", True, None, ""),
        ("digital", False, None, ""),
        ("digital", True, TODAY, ""),
        ("digital", True, None, "In prison it has to be paper"),
        ("digital", True, date(2026, 11, 29), "has not come yet"),
    ],
)
def test_in_custody_it_is_paper_unless_the_governor_allowed_more(form, in_custody, authorised_on, sentence):
    said = rules.why_not_format(form=form, in_custody=in_custody, authorised_on=authorised_on, on=TODAY)

    assert (sentence in " ".join(said)) and bool(said) == bool(sentence)


@pytest.mark.parametrize(
    ("years_from", "years_to", "sentence"),
    [(1981, 1989, ""), (None, None, ""), (1789, None, "between 1900"), (None, 2027, "between"), (1989, 1981, "before")],
)
def test_rough_years_go_forwards(years_from, years_to, sentence):
    said = rules.why_not_years(years_from=years_from, years_to=years_to, on=TODAY)

    assert (sentence in " ".join(said)) and bool(said) == bool(sentence)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({}, ""),
        ({"states_there": ["closed", "withdrawn", "lapsed", "passed_on"]}, ""),
        ({"journey_open": False}, "This is closed"),
        ({"elsewhere": "Ask the court."}, "Ask the court."),
        ({"holder_closed": True}, "no longer there."),
        ({"holder_closed": True, "successor": "Bristol"}, "Bristol has its records now"),
        ({"states_there": ["answered"]}, "There is a request to this holder already"),
    ],
)
def test_a_request_is_begun_or_refused_with_the_reason(told, sentence):
    asked = {"journey_open": True, "elsewhere": "", "holder_closed": False, "successor": "", "states_there": []}
    said = rules.why_not_begin(**(asked | told))

    assert (sentence in " ".join(said)) and bool(said) == bool(sentence)
