import pytest

from training.blocks import Reflection
from training.rules.reflections import BEFOREHAND, LONGEST, why_not_write


def test_words_are_taken():
    assert why_not_write(is_asked=True, words="x" * LONGEST) == []


@pytest.mark.parametrize(
    ("words", "why"), [("", "Write a few words, or go on without it."), ("x" * 4_010, "Write at most 4,000 letters.")]
)
def test_it_says_what_will_not_do(words, why):
    assert why_not_write(is_asked=True, words=words)[0].startswith(why)


def test_everybody_is_told_beforehand_that_danger_is_passed_on():
    assert set(BEFOREHAND) == {reader for reader, _ in Reflection.READERS}
    assert all("safeguarding lead" in words for words in BEFOREHAND.values())
