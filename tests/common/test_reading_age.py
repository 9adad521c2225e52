import pytest

from common.reading_age import reading_age, syllables_of, words_in_a_sentence

PLAIN = "They are late. That is not your fault. Here is the letter."
HARD = (
    "Notwithstanding the aforementioned considerations, applicants necessarily undertake comprehensive documentation."
)


def test_plain_words_are_read_by_a_child_and_hard_ones_are_not():
    assert reading_age(PLAIN) <= 8
    assert reading_age(HARD) > 18


def test_nothing_is_read_at_any_age():
    assert reading_age("") == 0
    assert words_in_a_sentence("…") == 0


@pytest.mark.parametrize(
    ("word", "count"),
    [("late", 1), ("little", 2), ("see", 1), ("asked", 1), ("wanted", 2), ("permission", 3), ("be", 1)],
)
def test_syllables_are_counted_as_they_are_said(word, count):
    assert syllables_of(word) == count


def test_a_line_that_ends_is_a_sentence_that_ends():
    assert words_in_a_sentence("one two three\nfour") == 2
