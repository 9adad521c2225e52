from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.versions import carried_over, difference, is_finished, key_of, left, questions, sha256


def text(name, says="…", **more):
    return {"id": name, "type": "text", "value": {"says": says, **more}}


def asked(name, right="a", says=""):
    options = [{"id": one, "says": one + says, "right": one == right} for one in "ab"]
    return {"id": name, "type": "question", "value": {"kind": "single", "options": options, "points": 1}}


@pytest.fixture
def content():
    return {"title": "Asking well", "lessons": [{"id": "l1", "blocks": [text("t1"), asked("q1"), text("t2")]}]}


def edited(content, change):
    after = deepcopy(content)
    change(after["lessons"][0]["blocks"])
    return after


def test_the_same_content_has_the_same_fingerprint_however_it_was_written(content):
    turned = {name: content[name] for name in reversed(list(content))}

    assert sha256(turned) == sha256(content)
    assert sha256({**content, "title": "Asking"}) != sha256(content)


@pytest.mark.parametrize(
    ("change", "added", "changed", "removed", "rekeyed"),
    [
        (lambda blocks: blocks.append(text("t3")), ["t3"], [], [], []),
        (lambda blocks: blocks.__setitem__(0, text("t1", "new")), [], ["t1"], [], []),
        (lambda blocks: blocks.pop(0), [], [], ["t1"], []),
        (lambda blocks: blocks.__setitem__(1, asked("q1", right="b")), [], ["q1"], [], ["q1"]),
        (lambda blocks: blocks.__setitem__(1, asked("q1", says=" in other words")), [], ["q1"], [], []),
        (lambda blocks: blocks.reverse(), [], [], [], []),
    ],
)
def test_an_edit_is_told_for_what_it_is(content, change, added, changed, removed, rekeyed):
    found = difference(content, edited(content, change))

    assert (found.added, found.changed, found.removed, found.rekeyed) == (added, changed, removed, rekeyed)


def test_what_still_says_the_same_is_carried_over(content):
    after = edited(content, lambda blocks: blocks.__setitem__(0, text("t1", "new")))

    assert carried_over(["t1", "q1", "gone"], content, after) == ["q1"]


def test_a_pause_and_what_may_be_skipped_cost_nobody_the_end():
    paragraph, pause = {"id": "t1", "type": "paragraph", "value": "<p>…</p>"}, {"id": "p", "type": "pause", "value": {}}
    content = {"lessons": [{"blocks": [paragraph, pause, text("s", may_skip=True)]}]}

    assert is_finished(["t1"], content)
    assert left([], content) == 1
    assert not is_finished(["s", "p"], content)


def test_the_order_of_the_lines_is_the_key_of_an_order():
    options = [{"id": "a"}, {"id": "b"}]
    first = {"value": {"kind": "order", "options": options}}
    second = {"value": {"kind": "order", "options": options[::-1]}}
    chosen = {"value": {"kind": "single", "options": options}}, {"value": {"kind": "single", "options": options[::-1]}}

    assert key_of(first) != key_of(second)
    assert key_of(chosen[0]) == key_of(chosen[1])


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.lists(st.sampled_from("abcdef"), unique=True))
def test_there_and_back_swaps_what_was_added_and_removed(before, after):
    one = {"lessons": [{"blocks": [text(name) for name in before]}]}
    other = {"lessons": [{"blocks": [text(name) for name in after]}]}

    there, back = difference(one, other), difference(other, one)
    assert (sorted(there.added), sorted(there.removed)) == (sorted(back.removed), sorted(back.added))
    assert bool(there) == (set(before) != set(after))


def test_questions_are_found_among_the_blocks(content):
    assert list(questions(content)) == ["q1"]
