import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.rules.search import plain_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("personal adviser", "personal adviser"),
        ("  Personal\tADVISER ", "personal adviser"),
        ('"', ""),
        ("a*", "a"),
        ("NEAR(one two)", "near one two"),
        ("one AND NOT two", "one and not two"),
        ("col:umn ^start", "col umn start"),
        ("a\x00b", "a b"),
        ("don't", "don t"),
        ("Llŷn", "llŷn"),
        ("one two three four five six seven eight nine", "one two three four five six seven eight"),
    ],
)
def test_only_words_come_through(typed, words):
    assert plain_words(typed) == words


@given(st.text())
def test_whatever_is_typed_nothing_but_words_come_through(typed):
    words = plain_words(typed)

    assert all(part.isalnum() for part in words.split(" ") if part)
    assert len(words) <= 8 * 45
