import pytest

from pages.rules.read_aloud import in_words, script, spoken


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"), (25, "twenty-five"), (40, "forty"), (104, "one hundred and four"), (2000, "two thousand"),
        (2571, "two thousand five hundred and seventy-one"), (1_000_000, "one zero zero zero zero zero zero"),
    ],
)  # fmt: skip
def test_a_number_is_said_in_words(number, words):
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ring 116 123 before 25.", "Ring one one six, one two three before twenty-five."),
        ("Ring 999.", "Ring nine nine nine."),
        ("It pays £2,000 once.", "It pays two thousand pounds once."),
        ("The Act of 1989, and of 2006", "The Act of nineteen eighty-nine, and of two thousand and six"),
        ("section 23C", "section twenty-three C"),
    ],
)
def test_phones_years_and_money_are_said_as_people_say_them(text, said):
    assert spoken(text) == said


def test_a_script_has_no_links_and_says_what_each_part_is():
    blocks = [
        {"type": "heading", "value": "How to ask"},
        {"type": "paragraph", "value": '<p>See <a href="/help/">all guides</a>.</p><ul><li>one</li></ul>'},
        {"type": "steps", "value": {"title": "", "steps": ["Ring", {"type": "item", "id": "x", "value": "Write"}]}},
        {"type": "what_to_say", "value": {"to": "the council", "say": "Help me."}},
        {"type": "custody_note", "value": {"body": "<p>Ask staff.</p>"}},
        {"type": "doors", "value": [{"page": 3, "says": "Elsewhere"}]},
    ]

    assert script(title="Title.", summary="", in_short="Ask.", blocks=blocks) == [
        "Title.", "In short. Ask.", "Next: How to ask.", "See all guides.", "one", "First: Ring", "Second: Write",
        "You could say to the council:", "Help me.", "If you are in prison:", "Ask staff.",
    ]  # fmt: skip
