import pytest

from pages.rules.prose import blocks

SHARED = {"danger": {"type": "care_card", "value": {"title": "Help"}}}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("# Letters", [("heading", "Letters")]),
        ("One **two**\n  three", [("paragraph", "<p>One <b>two</b> three</p>")]),
        ("You can:\n- ask\n  him", [("paragraph", "<p>You can:</p><ul><li>ask him</li></ul>")]),
        ("First\n1. Ring\n2. Write", [("steps", {"title": "First", "steps": ["Ring", "Write"]})]),
        ("+ Ask\nx Wait", [("do_dont", {"do": ["Ask"], "dont": ["Wait"]})]),
        ("say them\n| One\n| two\n|\n| Three", [("what_to_say", {"to": "them", "say": "One two\n\nThree"})]),
        ("prison\n| One", [("custody_note", {"body": "<p>One</p>"})]),
        ("@danger\n@doors a b", [("care_card", {"title": "Help"}), ("doors", ["a", "b"])]),
        ("@line home A home.", [("line", {"symbol": "home", "says": "A home."})]),
        ("@line - Ask.", [("line", {"symbol": "", "says": "Ask."})]),
        ("[dates](/check/)", [("paragraph", '<p><a href="/check/">dates</a></p>')]),
    ],
)  # fmt: skip
def test_each_piece_becomes_its_block(text, made):
    assert [(block["type"], block["value"]) for block in blocks(text, shared=SHARED)] == made


def test_an_empty_line_ends_a_piece():
    assert len(blocks("# One\n\nTwo\n\n\nThree", shared={})) == 3


def test_a_shared_block_that_nobody_wrote_is_refused():
    with pytest.raises(KeyError):
        blocks("@nothing", shared=SHARED)
