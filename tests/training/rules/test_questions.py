import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.rules.questions import Mark, mark, order_for, score, why_not_answer


def question(kind, *right, ids="abcd", **more):
    options = [{"id": one, "says": one.upper(), "right": one in right} for one in ids]
    return {"id": "q1", "kind": kind, "options": options, "points": 2, **more}


@pytest.mark.parametrize(
    ("asked", "right", "wrong"),
    [
        (question("single", "b"), "b", "a"),
        (question("true_false", "a", ids="ab"), "a", "b"),
        (question("branch", "c"), "c", "d"),
        (question("multiple", "a", "c"), ["c", "a"], ["a"]),
        (question("multiple", "a", "c"), ["a", "c"], ["a", "b", "c"]),
        (question("order"), ["a", "b", "c", "d"], ["a", "b", "d", "c"]),
        (question("match", ids="ab"), {"a": "a", "b": "b"}, {"a": "b", "b": "a"}),
    ],
)
def test_an_answer_gets_all_its_points_or_none(asked, right, wrong):
    assert mark(asked, right) == Mark(2, 2)
    assert mark(asked, wrong) == Mark(0, 2)
    assert mark(asked, None) == Mark(0, 2)


@pytest.mark.parametrize("kind", ["short_text", "confidence"])
def test_what_nobody_marks_takes_no_points_away(kind):
    assert mark(question(kind), "anything") == Mark(0, 0)
    assert not mark(question(kind), "anything").is_right


@pytest.mark.parametrize(
    ("asked", "answer", "sentence"),
    [
        (question("single", "b"), "z", "one of the answers"),
        (question("single", "b"), "", "go on without it"),
        (question("multiple", "b"), ["a", "z"], "among the answers"),
        (question("order"), ["a", "a", "b", "c"], "a place of its own"),
        (question("order"), ["a", "b"], "a place of its own"),
        (question("match", ids="ab"), {"a": "a", "b": "a"}, "one partner"),
        (question("match", ids="ab"), {"a": "b"}, "one partner"),
        (question("confidence"), 6, "from 1 to 5"),
        (question("short_text"), "x" * 1001, "at most 1000"),
    ],
)
def test_it_refuses_what_can_be_no_answer(asked, answer, sentence):
    assert sentence in why_not_answer(asked, answer)[0]


def test_half_right_never_rounds_up_to_a_pass():
    assert score([Mark(1, 1)] * 699 + [Mark(0, 1)] * 301) == 69
    assert score([Mark(0, 0)]) == 100


@given(seed=st.text(max_size=20), kind=st.sampled_from(["single", "multiple", "order", "match"]))
def test_the_order_of_the_answers_is_the_learners_own_and_stays(seed, kind):
    asked = question(kind, "a")

    assert order_for(asked, seed=seed) == order_for(asked, seed=seed)
    assert sorted(order_for(asked, seed=seed)) == ["a", "b", "c", "d"]


@given(seed=st.text(max_size=20))
def test_what_is_to_be_put_in_order_never_stands_in_it(seed):
    assert order_for(question("order"), seed=seed) != ["a", "b", "c", "d"]


def test_true_comes_before_false_and_a_fixed_order_stays():
    assert order_for(question("true_false", "a", ids="ab"), seed="x") == ["a", "b"]
    assert order_for(question("single", "a", fixed=True), seed="x") == ["a", "b", "c", "d"]
