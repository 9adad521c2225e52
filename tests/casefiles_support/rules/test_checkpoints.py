from datetime import date

import pytest

from casefiles_support.models import Code
from casefiles_support.rules import checkpoints as rules

TODAY = date(2026, 11, 22)
NOBODY = ["Nobody who is trained and agreed to is beside them."]


def why_not(**said):
    given = {"code": "C1", "outcome": "done", "on": TODAY, "today": TODAY, "words": "", "answers": {},
             "next_review_on": None}  # fmt: skip
    return rules.why_not_record(**(given | said))


def test_every_stage_has_a_promise_a_kind_and_gentle_words():
    assert list(rules.STAGES) == Code.values
    assert all(stage.must and stage.who and stage.say for stage in rules.STAGES.values())
    assert [code for code, stage in rules.STAGES.items() if stage.title != Code(code).label] == []


def test_no_stage_asks_why():
    asked = [question.words.lower() for stage in rules.STAGES.values() for question in stage.answers.values()]

    assert not [words for words in asked if "why" in words or "reason" in words]


def test_a_stage_is_written_down_with_answers_of_its_list():
    assert why_not(answers={"busy": ["court", "parole"], "reading": ["welsh"]}) == []


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"code": "C99"}, "Choose a stage"),
        ({"outcome": "refused"}, "Choose what they said"),
        ({"on": date(2026, 11, 23)}, "in the future"),
        ({"words": "x" * 301}, "at most 300"),
        ({"answers": {"busy": ["prison number"]}}, "from the answers"),
        ({"answers": {"why": ["x"]}}, "from the answers"),
        ({"answers": {"busy": "court"}}, "from the answers"),
        ({"next_review_on": TODAY}, "comes after"),
    ],
)
def test_what_is_written_down_wrongly_is_refused(said, reason):
    assert reason in " ".join(why_not(**said))


def test_reading_waits_for_people_unless_the_person_wants_none_or_goes_ahead():
    def missing(**standing):
        return rules.missing(for_code="C9", standing=standing, supporters=NOBODY)

    assert missing() == NOBODY
    assert missing(C2="done") == NOBODY
    assert missing(C2="no_thanks") == missing(C2="went_ahead_anyway") == missing(C9="went_ahead_anyway") == []
    assert rules.missing(for_code="C5", standing={}, supporters=NOBODY) == []


def test_an_offer_is_answered_before_we_go_on_and_no_thank_you_is_an_answer():
    assert rules.unanswered(to="planning", standing={}) == ["Ask first: “Talking it through”. Any answer will do."]
    for outcome in rules.ANSWERED:
        assert rules.unanswered(to="planning", standing={"C1": outcome}) == []
    assert rules.unanswered(to="talking", standing={}) == []
