"""Counted as Twilio counts."""

import pytest

from messaging.rules.segments import Measure, costly, measure, plain, segments


@pytest.mark.parametrize(
    ("text", "encoding", "units", "parts"),
    [
        ("", "GSM-7", 0, 1),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("€" * 80, "GSM-7", 160, 1),
        ("€" * 81, "GSM-7", 162, 2),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 306, 3),  # the escape may not be parted from its letter
        ("ŵ" * 70, "UCS-2", 70, 1),
        ("ŵ" * 71, "UCS-2", 71, 2),
        ("ŵ" * 134, "UCS-2", 134, 2),
        ("ŵ" * 135, "UCS-2", 135, 3),
        ("😀" * 35, "UCS-2", 70, 1),
        ("a" * 66 + "😀" + "a" * 66, "UCS-2", 134, 3),
        ("Tea at 2? £3, à la carte ÄÖÑÜ§ñ", "GSM-7", 31, 1),
    ],
)
def test_letters_and_parts(text, encoding, units, parts):
    found = measure(text)

    assert (found.encoding, found.units, found.segments) == (encoding, units, parts)
    assert segments(text) == parts


@pytest.mark.parametrize("letter", ["’", "`", "ç", "\u00a0", "ŵ", "“", "–", "…", "ë"])
def test_one_letter_makes_the_whole_text_cost_twice(letter):
    assert measure("a" * 159 + letter) == Measure("UCS-2", 160, 3, (letter,))


def test_the_letters_that_cost_are_named_once_each():
    assert costly("Llŷr’s ŵ, Llŷr’s") == ("ŷ", "’", "ŵ")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Zoë’s tea – “now”…", 'Zoe\'s tea - "now"...'),
        ("Llŷr", "Llyr"),
        ("Siân, José, Łukasz, François", "Sian, José, Lukasz, Francois"),
        ("a\u00a0b\u200bc\td", "a bc d"),
        ("日本 😀", "日本 😀"),
    ],
)
def test_letters_are_made_plain_where_they_can_be(written, said):
    assert plain(written) == said
