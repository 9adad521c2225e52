"""The courses that come with Alongside are whole, in plain words, and keep the ids that answers are tied to."""

import re
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest

from common.reading_age import reading_age
from tests.house.survey import ROOT
from training.rules.completions import MODULES
from training.rules.contents import block_content
from training.rules.modules import lacks
from training.rules.questions import MARKED
from training.rules.shipped import body, paragraphs

HOME = ROOT / "training" / "content"
COURSES = tomllib.loads((HOME / "courses.toml").read_text())["courses"]
KEYS = [key for course in COURSES for key in course["modules"]]
BANNED = re.compile(r"\b(offenders?|service users?|inmates?|prisoners?)\b", re.IGNORECASE)

THE_ACT = "Legal Aid, Sentencing and Punishment of Offenders Act 2012"


def read(key):
    return tomllib.loads((HOME / f"{key}.toml").read_text())


def lessons(key):
    return [
        {"title": lesson["title"], "blocks": [block_content(raw) for raw in body(key, lesson)]}
        for lesson in read(key)["lessons"]
    ]


def test_every_file_is_in_a_course_once():
    files = {path.stem for path in Path(HOME).glob("*.toml")} - {"courses"}

    assert sorted(KEYS) == sorted(files)


@pytest.mark.parametrize("key", KEYS)
def test_a_module_passes_the_publish_gate(key):
    assert lacks(lessons(key)) == []


@pytest.mark.parametrize("key", KEYS)
def test_a_module_says_where_its_facts_are_from_and_when_they_were_checked(key):
    module = read(key)

    assert module["sources"]
    assert timedelta(days=80) <= module["review_by"] - module["checked_on"] <= timedelta(days=366)
    assert module.get("opens", "") in {"", *MODULES}


@pytest.mark.parametrize("key", KEYS)
def test_no_two_blocks_have_the_same_name(key):
    ids = [block["id"] for lesson in lessons(key) for block in lesson["blocks"]]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("key", KEYS)
def test_its_words_are_ours(key):
    words = (HOME / f"{key}.toml").read_text().replace(THE_ACT, "")

    assert not BANNED.findall(words)


@pytest.mark.parametrize("key", KEYS)
def test_it_can_be_read_with_ease(key):
    """At thirteen what is for staff, at eleven what is for mentors."""
    said = [
        re.sub(r"<[^>]+>", " ", block["value"])
        for lesson in lessons(key)
        for block in lesson["blocks"]
        if block["type"] == "paragraph"
    ]

    assert reading_age(" ".join(said)) <= (11 if key.startswith("mentor") else 13)


def asked_in(key, when):
    blocks = [block for lesson in lessons(key) for block in lesson["blocks"] if block["type"] == "question"]
    return [block["value"] for block in blocks if block["value"]["when"] == when]


def practice(key):
    return asked_in(key, "practice")


@pytest.mark.parametrize("key", KEYS)
def test_it_has_questions_for_practice_of_several_kinds(key):
    asked = practice(key)

    assert 2 <= len(asked) <= 4
    assert len({one["kind"] for one in asked}) >= 2
    # Whoever practised has not read a question of the test beforehand.
    assert not {one["ask"] for one in asked} & {one["ask"] for one in asked_in(key, "test")}


@pytest.mark.parametrize("key", KEYS)
def test_each_answer_for_practice_teaches_something(key):
    for one in practice(key):
        by_itself = one["kind"] in ("single", "multiple", "branch")
        assert not by_itself or all(option["then"] for option in one["options"]), one["ask"]
        assert one["kind"] == "branch" or (one["right"] and one["wrong"]), one["ask"]


@pytest.mark.parametrize("key", KEYS)
def test_its_practice_can_be_read_with_ease(key):
    said = [
        words if words[-1:] in ".?!”" else f"{words}."
        for one in practice(key)
        for words in (one["ask"], one["right"], one["wrong"],
                      *(option[name] for option in one["options"] for name in ("says", "then", "goes_with")))
        if words
    ]  # fmt: skip

    assert reading_age(" ".join(said)) <= (11 if key.startswith("mentor") else 13)


def test_practice_is_of_every_kind_that_is_marked():
    assert {one["kind"] for key in KEYS for one in practice(key)} == set(MARKED)


@pytest.mark.parametrize("key", KEYS)
def test_it_asks_how_sure_they_are_in_the_same_words_twice(key):
    asked = [
        block["value"]["ask"]
        for lesson in lessons(key)
        for block in lesson["blocks"]
        if block["type"] == "question" and block["value"]["kind"] == "confidence"
    ]

    assert len(asked) == 2
    assert asked[0] == asked[1]


@pytest.mark.parametrize("key", KEYS)
def test_a_right_answer_is_not_always_the_same_one(key):
    """Nobody passes by ticking one place all the way down."""
    places = {
        place
        for lesson in lessons(key)
        for block in lesson["blocks"]
        if block["type"] == "question" and block["value"]["kind"] in ("single", "branch")
        for place, option in enumerate(block["value"]["options"])
        if option["right"]
    }

    assert len(places) > 1


def test_lines_of_a_file_are_no_lines_of_a_paragraph():
    assert paragraphs("One\nline.\n\nAnother.") == "<p>One line.</p><p>Another.</p>"


def test_a_block_keeps_its_id_when_its_words_change():
    one = {"slug": "who", "blocks": [{"kind": "text", "name": "start", "says": "One"}]}
    other = {"slug": "who", "blocks": [{"kind": "text", "name": "start", "says": "Other"}]}

    assert body("m", one)[0]["id"] == body("m", other)[0]["id"]
    assert body("m", one)[0]["id"] != body("n", one)[0]["id"]


def test_it_refuses_a_kind_that_nobody_knows():
    with pytest.raises(KeyError):
        body("m", {"slug": "who", "blocks": [{"kind": "song", "name": "start"}]})
