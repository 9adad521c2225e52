"""How old somebody is, at school, when they can read a text with ease: Flesch and Kincaid's grade, and five years.

It counts words in sentences and syllables in words, so it knows nothing of what is hard to hear. It is for English
alone: nobody has made a formula that holds for Welsh, where `words_in_a_sentence` is all that we count.
"""

import re

SENTENCE = re.compile(r"[.!?:;]+(?:\s|$)|\n+")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
VOWELS = re.compile(r"[aeiouy]+")
# An American grade begins five years after birth and something.
YEARS_BEFORE_SCHOOL = 5


def reading_age(text: str) -> int:
    """In years, rounded. A text without words is read at any age: 0."""
    words = WORD.findall(text)
    if not words:
        return 0
    syllables = sum(map(syllables_of, words))
    grade = 0.39 * words_in_a_sentence(text) + 11.8 * syllables / len(words) - 15.59
    return round(max(grade, 0) + YEARS_BEFORE_SCHOOL)


def words_in_a_sentence(text: str) -> float:
    """How many words a sentence has on average; a line that ends is a sentence that ends."""
    counts = [len(WORD.findall(one)) for one in SENTENCE.split(text)]
    counts = [count for count in counts if count]
    return sum(counts) / len(counts) if counts else 0


def syllables_of(word: str) -> int:
    """By groups of vowels, which is near enough; an e at the end is silent, save in words like “little”."""
    plain = word.casefold()
    count = len(VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee")) and count > 1:
        count -= 1
    if plain.endswith("ed") and not plain.endswith(("ted", "ded")) and count > 1:
        count -= 1
    return max(count, 1)
