from datetime import date

import pytest

from casefiles_support.models import Topic
from casefiles_support.rules import choices as rules

TODAY = date(2026, 11, 22)


def why_not(topic, value, words=""):
    return rules.why_not_choose(topic=topic, value=value, words=words, today=TODAY)


def test_every_topic_has_answers():
    assert list(rules.ANSWERS) == Topic.values
    assert [topic for topic, answers in rules.ANSWERS.items() if not answers] == [rules.A_DAY]


@pytest.mark.parametrize(("topic", "value"), [(t, v) for t, values in rules.ANSWERS.items() for v in values])
def test_every_answer_may_be_chosen_and_fits_its_column(topic, value):
    assert why_not(topic, value) == []
    assert len(value) <= 40
    assert rules.in_words(topic, value)


def test_a_day_is_chosen_by_its_date():
    assert why_not("chosen_day", "2027-03-01") == []
    assert rules.in_words("chosen_day", "2027-03-01") == "1 March 2027"


@pytest.mark.parametrize(
    ("topic", "value", "reason"),
    [
        ("horoscope", "yes", "what it is about"),
        ("who_opens", "the_wing", "from the answers|answers in the list"),
        ("who_opens", "", "answers in the list"),
        ("chosen_day", "soon", "real date"),
        ("chosen_day", "2026-11-22", "after today"),
        ("chosen_day", "2030-01-01", "within two years"),
    ],
)
def test_what_is_not_in_the_list_is_refused(topic, value, reason):
    assert any(part in " ".join(why_not(topic, value)) for part in reason.split("|"))


def test_long_words_are_refused():
    assert "at most 300" in why_not("who_opens", "me", "x" * 301)[0]
