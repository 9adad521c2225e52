import pytest

from training.rules.paths import Step, Unit, asked, hours, next_unit, steps, why_not_finished

BLOCKS = [
    {"id": "p", "type": "paragraph", "value": "<p>Listen.</p>"},
    {"id": "r", "type": "reflection", "value": {"ask": "Who listened to you?", "read_by": "assessor"}},
    {"id": "own", "type": "reflection", "value": {"ask": "For yourself?", "read_by": "nobody"}},
    {"id": "skip", "type": "reflection", "value": {"ask": "If you like?", "read_by": "assessor", "may_skip": True}},
    {"id": "d", "type": "practical", "value": {"task": "Listen for ten minutes.", "criteria": []}},
]
CONTENT = {"lessons": [{"blocks": BLOCKS}]}


def test_a_person_looks_at_what_is_written_for_them_and_at_what_is_shown():
    assert [(one.block, one.kind) for one in asked(CONTENT)] == [("r", "reflection"), ("d", "practical")]


@pytest.mark.parametrize(("met", "left"), [((), 2), (("r",), 1), (("d",), 1), (("r", "d"), 0), (("own",), 2)])
def test_a_unit_stays_open_until_all_of_it_was_found_good(met, left):
    assert len(why_not_finished(CONTENT, met)) == left


def test_the_reasons_say_what_is_waited_for():
    assert why_not_finished(CONTENT, ["r"]) == ["Somebody has still to watch: “Listen for ten minutes.”"]


def test_steps_say_how_each_stands():
    found = steps(CONTENT, begun=True, read=True, passed=False, states={"r": "again", "d": "done"})

    assert [step.state for step in found] == ["done", "open", "again", "done"]
    assert {step.state for step in steps(CONTENT, begun=False, read=False, passed=False, states={})} == {"open"}


def unit(*states, finished=False):
    return Unit("U", [Step(state, state) for state in states], finished=finished)


def test_what_is_ones_own_to_do_comes_before_what_waits_for_others():
    assert unit("done", "waiting", "again").next.state == "again"
    assert unit("done", "waiting").next.state == "waiting"
    assert unit("done").next is None
    assert next_unit([unit(finished=True), unit("waiting"), unit("open")]).next.state == "open"
    assert next_unit([unit("waiting")]).next.state == "waiting"
    assert next_unit([unit(finished=True)]) is None


def test_hours_are_counted_from_what_was_written_down():
    assert hours([60, 45, None]) == "1 h 45 min"
    assert hours([60]) == "1 h"
    assert hours([]) == "0 h"
