from itertools import product

import pytest

from casefiles_support.models import Journey
from casefiles_support.rules import journeys as rules

STATES = Journey.Status.values
WAY = {
    "not_started": {"talking"},
    "talking": {"planning"},
    "planning": {"talking", "waiting", "file_here"},
    "waiting": {"planning", "file_here"},
    "file_here": {"waiting", "reading", "resting"},
    "reading": {"file_here", "after_care", "resting"},
    "after_care": {"planning", "waiting", "file_here", "reading", "resting"},
    "resting": {"planning", "file_here", "reading"},
    "paused_by_person": set(),
    "not_now": set(),
    "closed": set(),
}


@pytest.mark.parametrize("status", STATES)
def test_from_each_state_only_the_steps_of_the_table_lead_on(status):
    assert set(rules.steps_from(status)) == WAY[status]


@pytest.mark.parametrize(("status", "to"), list(product(STATES, rules.STEPS)))
def test_a_step_that_does_not_fit_is_refused_with_a_sentence(status, to):
    reasons = rules.why_not_step(to=to, status=status)

    assert reasons == [] if to in WAY[status] else reasons[0].endswith(".")


def test_a_step_nobody_knows_is_refused():
    assert rules.why_not_step(to="adopted", status="talking") == ["Choose a step from the list."]


@pytest.mark.parametrize("move", ["pause", "not_now", "close"])
def test_pausing_and_stopping_fit_in_every_open_state(move):
    refused = [status for status in STATES if rules.why_not(move=move, status=status)]

    assert refused == ["closed"]


def test_going_on_is_for_the_paused_and_opening_again_for_the_closed():
    assert [s for s in STATES if not rules.why_not(move="resume", status=s)] == ["paused_by_person", "not_now"]
    assert [s for s in STATES if not rules.why_not(move="reopen", status=s)] == ["closed"]


def test_pausing_says_that_the_clock_of_the_council_goes_on():
    assert "clock keeps going" in rules.PAUSED


def test_no_state_and_no_move_has_a_word_for_failing():
    words = " ".join(
        [*Journey.Status.labels, *(m.words + m.why_not for m in [*rules.STEPS.values(), *rules.MOVES.values()])]
    )

    assert not {"fail", "refused", "dropped", "disengaged"} & set(words.lower().split())
