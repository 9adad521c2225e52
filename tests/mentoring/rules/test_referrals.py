from datetime import date, timedelta

import pytest

from mentoring.models import Referral as Model
from mentoring.models.referral_choices import CloseReason, DeclineReason
from mentoring.rules import referrals as rules

TODAY = date(2026, 11, 22)
SAID = {"how": "spoken", "agreed_on": TODAY, "today": TODAY, "source": "prison"}


def test_nobody_is_put_forward_without_a_yes():
    assert rules.why_not_agreed(**SAID) == []
    assert "Ask them first" in rules.why_not_agreed(**SAID | {"how": ""})[0]
    assert "Ask them first" in rules.why_not_agreed(**SAID | {"agreed_on": None})[0]


def test_a_yes_cannot_be_from_tomorrow():
    assert "future" in rules.why_not_agreed(**SAID | {"agreed_on": TODAY + timedelta(days=1)})[0]


def test_only_somebody_who_asks_for_themselves_agrees_by_asking():
    assert rules.why_not_agreed(**SAID | {"how": "own", "source": "self"}) == []
    assert rules.why_not_agreed(**SAID | {"how": "own"})


def test_every_status_has_words_for_whoever_asked():
    assert set(rules.HOW_FAR) == set(Model.Status.values)


def test_every_no_has_kind_words_and_what_else_may_help():
    assert set(rules.GENTLY) == set(DeclineReason.values)
    assert all(words and else_ for words, else_ in rules.GENTLY.values())


@pytest.mark.parametrize("missing", ["reason", "kind_words", "what_else"])
def test_a_no_needs(missing):
    said = {"reason": "not_safe", "kind_words": "We are sorry", "what_else": "Ask your key worker"}

    assert rules.why_not_decline(**said) == []
    assert len(rules.why_not_decline(**said | {missing: ""})) == 1


def test_each_choice_is_a_reason_to_close_and_nothing_else_is():
    assert set(CloseReason.values) == rules.CLOSED_BECAUSE
    assert all(rules.why_not_close(reason=one) == [] for one in CloseReason.values)
    assert rules.why_not_close(reason="because") == ["Choose why it is closed."]


@pytest.mark.parametrize(
    ("same", "words"),
    [
        ({"same_number": True}, "The same number"),
        ({"same_surname": True, "same_birthday": True}, "The same surname and date of birth"),
        ({"same_surname": True}, "The same surname"),
        ({"same_birthday": True}, ""),
    ],
)
def test_a_record_looks_like_somebody_more_or_less(same, words):
    nothing = {"same_number": False, "same_surname": False, "same_birthday": False}

    assert rules.matches_of(**nothing | same) == words
