import pytest

from pages.rules.contents import MOST_WITHOUT_HEADING, House, banned, findings, plain, said, strings

HOUSE = House(pages=frozenset({7}), leads=lambda address: address == "/help/")
PLAIN = "You can ask for help. We will listen to you. " * 20


def block(kind, value, name="b1"):
    return {"id": name, "type": kind, "value": value}


def found(*blocks, words="", oldest=11):
    return [(one.sentence, one.block) for one in findings(blocks=blocks, words=words, oldest=oldest, house=HOUSE)]


@pytest.mark.parametrize(
    "blocks",
    [
        [],
        [block("paragraph", f"<p>{PLAIN}</p>")],
        [block("picture", {"image": 1, "alt_text": "A letter on a table", "decorative": False})],
        [block("picture", {"image": 1, "alt_text": "", "decorative": True})],
        [block("picture", None)],
        [block("heading", "Letters"), block("paragraph", "<p>Write.</p>", "b2")],
        [block("paragraph", '<p><a linktype="page" id="7">What you may ask</a>, <a href="/help/">all guides</a></p>')],
        [block("doors", [{"type": "item", "id": "i", "value": {"page": 7, "says": "Why"}}])],
        [block("paragraph", "<p>Your prison offender manager, and the Rehabilitation of Offenders Act.</p>")],
        [block("contact_point", {"name": "Us", "web": "https://example.org/inmates"})],
    ],
)
def test_a_page_that_is_right_has_no_findings(blocks):
    assert found(*blocks) == []


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        ("picture", {"image": 1, "alt_text": " ", "decorative": False}, "A picture does not say what it shows."),
        ("heading", " ", "A heading is empty."),
        ("heading", "Letters", "Nothing stands under the heading “Letters”."),
        ("paragraph", "<p>The offender writes.</p>", "It says “offender”."),
        ("paragraph", "<p>Off<b>ender</b>s write.</p>", "It says “offender”."),
        ("steps", {"title": "", "steps": [{"type": "item", "id": "x", "value": "Ask the CLA team."}]}, "It says “CLA”"),
        (
            "paragraph",
            '<p><a linktype="page" id="8">Letters home</a></p>',
            "A link leads to a page that readers cannot",
        ),
        ("paragraph", '<p><a href="/gone/#top">Letters home</a></p>', "The link to /gone/ leads nowhere."),
        ("paragraph", '<p><a href="/help/">Click here</a></p>', "A link says only “click here”. Say where it leads."),
        ("paragraph", '<p><a href="/help/"> </a></p>', "A link has no words."),
        ("doors", [{"type": "item", "id": "i", "value": {"page": 8, "says": ""}}], "A card leads to a page that"),
    ],
)
def test_a_finding_says_what_is_wrong_and_where(kind, value, sentence):
    assert any(said.startswith(sentence) and where == "b1" for said, where in found(block(kind, value)))


def test_two_headings_that_say_the_same_are_one_too_many():
    page = [
        block("heading", "Letters", "h1"),
        block("quote", {}, "q"),
        block("heading", "letters", "h2"),
        block("quote", {}, "r"),
    ]

    assert found(*page) == [("Two headings say “letters”.", "h2")]


def test_a_wall_of_words_asks_for_a_heading():
    wall = " ".join(["Go."] * (MOST_WITHOUT_HEADING + 1))

    assert found(block("paragraph", f"<p>{wall}</p>"))[0][1] == "b1"
    assert (
        found(block("paragraph", "<p>Go.</p>"), block("heading", "Then", "h"), block("paragraph", "<p>Go.</p>", "c"))
        == []
    )


def test_hard_words_are_measured_for_whom_they_are():
    hard = "Considerable organisational complexity characterises institutional accommodation arrangements. " * 12

    assert found(block("paragraph", hard))[0][0].startswith("It asks for a reading age of ")
    assert found(block("paragraph", hard), oldest=0) == []
    assert found(block("paragraph", hard[:180])) == []


def test_unwanted_words_in_the_title_are_found_too():
    assert found(words="For inmates") == [("It says “inmate”. Say who somebody is, not what a system calls them.", "")]


def test_a_class_is_not_the_letters_of_an_office():
    assert banned("The class has clay.") == []


def test_what_is_read_is_told_from_what_is_chosen():
    value = {"kind": "single", "ask": "Which?", "options": [{"type": "item", "id": "i", "value": {"says": "This"}}]}

    assert list(strings(value)) == ["Which?", "This"]
    assert said([block("question", value)]) == "Which?\nThis"
    assert plain("<p>One</p><p>Two &amp; three</p>") == "One\nTwo & three\n"
