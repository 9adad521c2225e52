import pytest

from training.rules.impacts import Given, Reach, rekeyed, sentences, touched
from training.rules.questions import Mark


def question(name, *, right="a", ask="Which?"):
    options = [{"id": one, "says": one, "right": one == right} for one in "abc"]
    return {"id": name, "type": "question", "value": {"kind": "single", "ask": ask, "options": options, "points": 1}}


def text(name, says):
    return {"id": name, "type": "paragraph", "value": says}


def content(*blocks, title="Asking"):
    return {"title": title, "lessons": [{"id": "l", "blocks": list(blocks)}]}


BEFORE = content(text("t", "Ask."), question("q1"), question("q2"))
NOBODY = Reach(0, 0)


def given(block, answer, points):
    return Given(block, answer, Mark(points, 1))


def test_it_counts_who_is_mid_way_and_whose_answers_would_be_marked_again():
    after = content(text("t", "Ask."), question("q1"), question("q2", right="b"))
    answers = [given("q2", "b", 0), given("q2", "a", 1), given("q2", "c", 0), given("q1", "a", 1)]

    said = " ".join(sentences(BEFORE, after, Reach(14, 1, answers), is_material=True))

    assert "14 people are mid-way." in said
    assert "1 person has finished it. Their marks and certificates stay. They are asked to read what is new." in said
    assert "Question 2, “Which?”: 3 people answered it." in said
    assert "These 3 answers may be marked again by the new one: 1 would rise, and nobody’s mark falls." in said
    assert "Question 1" not in said
    assert rekeyed(BEFORE, after)


def test_nothing_changed_is_no_version():
    assert sentences(BEFORE, BEFORE, Reach(3, 0), is_material=False) == [
        "Nothing in it differs from the version that is published. No new version comes of it."
    ]


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (content(text("t", "Ask well."), question("q1"), question("q2")), "Blocks: 1 in other words."),
        (content(text("t", "Ask."), text("u", "New."), question("q1"), question("q2")), "Blocks: 1 new."),
        (content(question("q1"), question("q2")), "Blocks: 1 gone."),
        (
            content(text("t", "Ask."), question("q1"), question("q2"), title="Other"),
            "Only what stands around its blocks",
        ),
        (content(text("t", "Ask."), question("q2")), "Question 1, “Which?”: 1 person answered it. It is gone from the"),
        (
            content(text("t", "Ask."), question("q1", ask="What?"), question("q2")),
            "Only its words differ, so their marks",
        ),
    ],
)
def test_each_kind_of_edit_is_said(after, sentence):
    said = sentences(BEFORE, after, Reach(0, 0, [given("q1", "a", 1)]), is_material=False)

    assert any(sentence in one for one in said), said
    assert said[0] == "Nobody has begun this module."


def test_only_answers_to_what_differs_are_looked_at():
    assert touched(BEFORE, content(text("t", "Ask."), question("q2", right="b"))) == ["q2", "q1"]
