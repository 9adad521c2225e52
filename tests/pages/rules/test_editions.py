import pytest

from pages.rules.editions import behind, fingerprint

WORDS = {"type": "paragraph", "value": "<p>Ask.</p>"}


def test_new_words_make_a_new_version_and_new_cards_do_not():
    first = fingerprint(words=["Title"], blocks=[WORDS])

    assert fingerprint(words=[" Title "], blocks=[WORDS, {"type": "doors", "value": [{"says": "On"}]}]) == first
    assert fingerprint(words=["Title"], blocks=[{"type": "paragraph", "value": "<p>Ask again.</p>"}]) != first


def test_the_order_in_which_a_database_keeps_the_parts_of_a_block_makes_no_new_version():
    said, to = ("says", "Ask twice."), ("to_whom", "Your adviser.")

    assert fingerprint(words=[], blocks=[{"type": "say", "value": dict([said, to])}]) == fingerprint(
        words=[], blocks=[{"type": "say", "value": dict([to, said])}]
    )


@pytest.mark.parametrize(("based_on", "current"), [(1, 1), (None, 3), (1, None)])
def test_there_is_nothing_to_say_of_a_page_that_has_kept_up(based_on, current):
    assert behind(based_on=based_on, current=current) == ""


def test_readers_are_told_kindly_in_their_own_language():
    assert "behind version 3" in behind(based_on=1, current=3)
    assert "fersiwn 3" in behind(based_on=1, current=3, language="cy")
