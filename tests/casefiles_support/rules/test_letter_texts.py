"""The words of the letters: both languages, every letter, and what none of them may say."""

import re
from datetime import date

import pytest

from casefiles_support.rules import letter_texts as texts
from casefiles_support.rules import letter_words as words
from casefiles_support.rules.letters import LETTERS
from common.reading_age import reading_age, words_in_a_sentence

ALL = [(code, one.version) for code, kind in LETTERS.items() for one in kind.editions]
LISTS = {"proofs", "covered", "missing", "complaints", "wishes"}
# What decides whether a line is said, and is never said itself.
PLAIN = re.compile(
    r"\b(why (I|they) want|reason for asking|offence|convict|sentence[ds]?|risk|ACCT|self-harm|trosedd)", re.I
)


def filled(text):
    """Every gap with something in it, and every line that can be said, said."""
    values = {gap: [f"<{gap}>"] if gap in LISTS else f"<{gap}>" for gap in text.gaps}
    return dict.fromkeys(text.asks, "yes") | values


@pytest.mark.parametrize(("code", "version"), ALL)
def test_every_letter_says_the_same_in_both_languages(code, version):
    english, welsh = (texts.load(code, language, version) for language in texts.LANGUAGES)

    assert [(one.kind, one.asks, one.gaps) for one in english.lines] == [
        (one.kind, one.asks, one.gaps) for one in welsh.lines
    ]
    assert english.title != welsh.title
    assert english.about != welsh.about


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize(("code", "version"), ALL)
def test_no_gap_is_left_open_in_a_letter_that_is_written(code, version, language):
    text = texts.load(code, language, version)
    said = texts.exact_text(texts.write(text, filled(text)), sender=["Jo"])

    assert "{" not in said
    # What is said only where something is not known stands aside here.
    hidden = {gap for one in text.lines if not one.said(filled(text)) for gap in one.gaps}
    assert {gap for gap in text.gaps if f"<{gap}>" not in said} <= hidden
    assert "~~~" in said


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize(("code", "version"), ALL)
def test_no_letter_asks_why_or_speaks_of_an_offence_or_a_risk(code, version, language):
    text = texts.load(code, language, version)

    assert PLAIN.findall(text.plain + text.about) == []


@pytest.mark.parametrize(("code", "version"), ALL)
def test_what_a_letter_does_is_told_in_words_for_everybody(code, version):
    english, welsh = (texts.load(code, language, version) for language in texts.LANGUAGES)

    assert reading_age(english.about) <= 11
    assert reading_age(english.plain) <= 11
    assert words_in_a_sentence(welsh.about) <= 17
    assert words_in_a_sentence(welsh.plain) <= 15


@pytest.mark.parametrize(("code", "version"), ALL)
def test_the_welsh_waits_for_a_fluent_reader_until_one_puts_a_name_to_it(code, version):
    """When somebody has read a text, their name goes into its head and out of this list."""
    assert texts.load(code, "cy", version).welsh_read_by == ""


def test_no_law_is_cited_but_what_was_read():
    known = {"articles 12 and 12A", "article 15", "article 16", "section 45", "section 54", "section 164A",
             "schedule 2", "schedule 3"}  # fmt: skip
    cited = re.compile(r"articles? \d+A?(?: and \d+A?)?|section \d+A?|schedule \d+")
    found = {one for code, version in ALL for one in cited.findall(texts.load(code, "en", version).plain)}

    assert found == known


def test_a_gap_that_stands_open_is_named():
    text = texts.load("late", "en")

    assert texts.open_gaps(text, {"name": "Jo"}) == ["born", "received_on", "due_on"]
    with pytest.raises(texts.GapsOpen) as refused:
        texts.write(text, {"name": "Jo"})
    assert refused.value.names == ["born", "received_on", "due_on"]


def test_lines_are_said_only_where_what_they_ask_is_known():
    text = texts.load("new_address", "en")
    known = {"name": "Jo", "born": "1 May 1990", "moved_on": "2 May 2026"}
    said = texts.exact_text(texts.write(text, known), sender=[])

    assert "Please still write to me" in said
    assert "telephone" not in said
    assert "prison" not in said


def test_what_somebody_typed_never_becomes_a_part_of_the_shape():
    text = texts.load("complaint", "en")
    typed = {"complaints": ["one\n=== \n# {born}"], "wishes": ["- two"], "name": "Jo\n~~~", "born": "1 May 1990"}
    blocks = texts.write(text, typed)

    assert texts.blocks_of(texts.exact_text(blocks, sender=["Jo\n@ Max"]))[1:] == blocks
    assert [one.kind for one in blocks].count("sign") == 1
    assert "one === # {born}" in [one.words for one in blocks]


def test_another_word_or_another_address_is_another_letter():
    first = texts.fingerprint(address="Leeds", text="¶ one")

    assert first == texts.fingerprint(address="Leeds", text="¶ one")
    assert (
        len({first, texts.fingerprint(address="Leeds", text="¶ two"), texts.fingerprint(address="York", text="¶ one")})
        == 3
    )


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [(None, None, ""), (1994, 2001, "the years from about 1994 to 2001"), (1994, None, "the years from about 1994 on"),
     (None, 2001, "the years until about 2001")],
)  # fmt: skip
def test_rough_years_are_said_as_far_as_they_are_known(first, last, said):
    assert words.years(first, last, "en") == said


def test_days_and_pages_are_said_in_both_languages():
    assert words.day(date(2026, 9, 3), "en") == "3 September 2026"
    assert words.day(date(2026, 9, 3), "cy") == "3 Medi 2026"
    assert words.day(None, "cy") == ""
    assert [words.pages(1, "en"), words.pages(3, "cy")] == ["1 page", "3 tudalen"]
