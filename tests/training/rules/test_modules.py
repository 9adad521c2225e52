from copy import deepcopy

import pytest

from tests.training.courses import block, question, whole_body
from training.rules.contents import block_content
from training.rules.modules import lacks


def lessons(body):
    return [{"title": "Asking", "blocks": [block_content(raw) for raw in body]}]


def test_a_whole_module_lacks_nothing():
    assert lacks(lessons(whole_body())) == []


def changed(place, **value):
    body = deepcopy(whole_body())
    body[place]["value"].update(value)
    return body


def options(*names, **more):
    return [{"type": "item", "id": name, "value": {"says": name, "right": False, **more}} for name in names]


RIGHT = {"right": True}


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ([], "is empty"),
        (whole_body()[1:4], "it has 0"),
        ([one for one in whole_body() if one["type"] != "scenario"], "no scenario"),
        ([one for one in whole_body() if one["type"] != "reflection"], "no reflection"),
        (whole_body()[:3] + whole_body()[4:], "before it begins"),
        (whole_body()[:-1], "when it is done"),
        (changed(4, ask=" "), "does not say what it asks"),
        (changed(4, options=options("a")), "at least two answers"),
        (changed(4, options=options("a", "b")), "none of its answers is right"),
        (changed(4, options=options("a", "b", **RIGHT)), "more than one right answer"),
        (changed(4, kind="true_false", options=options("a", "b", "c", **RIGHT)), "has two answers"),
        (changed(4, kind="match", options=options("a", "b")), "goes with nothing"),
        (changed(4, kind="branch", options=options("a", "b", **RIGHT)), "what happens next"),
        (changed(4, wrong=""), "says nothing to a wrong answer"),
        ([*whole_body(), block("f", "media", {"kind": "film", "title": "A film", "file": 1})], "no transcript"),
        ([*whole_body(), block("f", "media", {"kind": "film", "title": "A film", "file": 1, "transcript": "x"})],
         "no captions"),
        ([*whole_body(), block("f", "media", {"kind": "film", "title": "A film"})], "is missing"),
        ([*whole_body(), block("p", "practical", {"task": "Ask", "criteria": []})], "done well"),
    ],
)  # fmt: skip
def test_it_says_what_a_module_lacks(body, sentence):
    assert any(sentence in reason for reason in lacks(lessons(body))), lacks(lessons(body))


def test_a_recording_needs_no_captions():
    heard = block("f", "media", {"kind": "recording", "title": "Kai", "file": 1, "transcript": "Kai says"})

    assert lacks(lessons([*whole_body(), heard])) == []


def test_a_module_without_a_lesson_goes_nowhere():
    assert lacks([]) == ["There is no published lesson in it yet."]


def test_the_answers_keep_ids_of_their_own():
    found = block_content(question("q1"))["value"]["options"]

    assert len({option["id"] for option in found}) == 3
    assert found[0]["right"]
