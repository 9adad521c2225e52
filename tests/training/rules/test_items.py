import pytest

from training.rules.items import Given, item, sureness

ASK = {
    "ask": "Which?", "kind": "single", "when": "test",
    "options": [{"id": "a", "says": "A", "right": True}, {"id": "b", "says": "B"}, {"id": "c", "says": "C"}],
}  # fmt: skip


def given(right, wrong, *, rest_right=90.0, rest_wrong=40.0):
    return [Given("a", True, rest_right)] * right + [Given("b", False, rest_wrong)] * wrong


def test_a_question_says_how_many_were_right_and_what_else_they_chose():
    found = item("q1", ASK, given(8, 4))

    assert (found.answered, found.right, found.discrimination) == (12, 66, 1.0)
    assert [(one.says, one.chosen, one.is_right) for one in found.options] == [
        ("A", 8, True),
        ("B", 4, False),
        ("C", 0, False),
    ]


def test_of_fewer_than_ten_nothing_is_said():
    found = item("q1", ASK, given(5, 4))

    assert (found.is_hidden, found.right, found.discrimination, found.options) == (True, None, None, [])


def test_what_was_left_empty_is_not_right():
    found = item("q1", ASK, [*given(9, 0), *[Given(None, False, 20.0)] * 3])

    assert (found.answered, found.empty, found.right) == (9, 3, 75)


def test_where_all_were_alike_it_tells_nobody_apart():
    assert item("q1", ASK, given(12, 0)).discrimination is None


@pytest.mark.parametrize(
    ("answers", "word"),
    [
        (given(8, 4), ""),
        (given(3, 9), "Most got this wrong"),
        (given(8, 4, rest_right=40.0, rest_wrong=90.0), "Is the right answer right"),
    ],
)
def test_an_editor_is_told_what_to_look_at(answers, word):
    assert word in item("q1", ASK, answers).advice


def test_several_answers_are_counted_each():
    found = item("q1", ASK | {"kind": "multiple"}, [Given(["a", "b"], False, 50.0)] * 10)

    assert [one.chosen for one in found.options] == [10, 10, 0]


def test_how_sure_people_are_has_its_number_and_is_hidden_below_ten():
    assert (sureness("Before", [3] * 9).mean, sureness("Before", [3] * 9).answered) == (None, 9)
    assert (sureness("After", [4, 5] * 5).mean, sureness("After", [4, 5] * 5).sure) == (4.5, 100)
