import pytest

from training.rules.languages import behind, notes, why_not_follow, why_not_switch

WELSH = {"translation": {"follows": 3, "fluent": True}}


def test_a_translation_of_the_newest_version_that_was_checked_needs_no_word():
    assert notes(WELSH, language="cy", newest=3) == []
    assert not behind(WELSH, newest=3)


def test_the_english_is_no_translation():
    assert notes({}, language="en-gb", newest=4) == []
    assert not behind({}, newest=4)


def test_a_translation_says_that_it_is_behind():
    assert notes(WELSH, language="cy", newest=4) == [
        "The Welsh is behind version 4 of the English. It says what version 3 said."
    ]


def test_a_translation_that_nobody_fluent_checked_says_so():
    (said,) = notes({"translation": {"follows": 4, "fluent": False}}, language="cy", newest=4)

    assert said.startswith("Nobody fluent in Welsh has checked it yet.")


@pytest.mark.parametrize(
    ("number", "newest", "why"),
    [
        (3, 4, ""),
        (4, 4, ""),
        (None, 4, "Say which English version it follows."),
        (5, 4, "The English has versions 1 to 4."),
        (0, 4, "The English has versions 1 to 4."),
        (1, None, "Publish the English first."),
    ],
)
def test_it_follows_a_version_that_there_is(number, newest, why):
    assert why_not_follow(number=number, newest=newest) == why


@pytest.mark.parametrize("reason", ["same_module", "same_language", "finished", "test_is_open"])
def test_somebody_mid_way_may_go_on_in_another_language(reason):
    fine = {"same_module": True, "same_language": False, "finished": False, "test_is_open": False}

    assert why_not_switch(**fine) == []
    assert len(why_not_switch(**fine | {reason: not fine[reason]})) == 1
