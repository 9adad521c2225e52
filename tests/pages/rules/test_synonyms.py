from hypothesis import given
from hypothesis import strategies as st

from pages.rules.search import plain_words
from pages.rules.synonyms import GROUPS, MEANINGS, readings


def test_what_people_type_finds_what_laws_say():
    my, adviser, inside = readings("my pa inside")

    assert my == ("my",)
    assert "personal adviser" in adviser
    assert "prison" in inside


def test_the_longest_piece_is_read_first():
    assert readings("birth certificate") == [MEANINGS["id"]]
    assert readings("birth day") == [("birth",), ("day",)]


def test_no_word_has_two_meanings_and_each_is_as_a_search_has_it():
    told = [words for group in GROUPS for words in group]

    assert len(told) == len(set(told))
    assert [words for words in told if plain_words(words) != words] == []


@given(st.text())
def test_every_word_is_in_some_piece(typed):
    words = plain_words(typed)

    assert len(readings(words)) <= len(words.split())
    assert bool(readings(words)) == bool(words)
