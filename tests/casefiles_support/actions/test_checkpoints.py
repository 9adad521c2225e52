from datetime import timedelta

import pytest
from django.db import connection

from audit.models import Event
from casefiles_support import checking
from casefiles_support.actions import checkpoints
from casefiles_support.models import Checkpoint
from casefiles_support.rules.checkpoints import STAGES
from common.transitions import NotAllowed
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def record(journey, finn):
    def act(code="C1", outcome="done", key="c1", on=TODAY, **more):
        return checkpoints.record(journey=journey, code=code, outcome=outcome, on=on, key=key, by=finn, at=NOW, **more)

    return act


def test_a_stage_is_kept_with_its_short_answers_and_their_words_sealed(record, journey):
    row = record(answers={"busy": ["parole"]}, words="Not before my hearing")

    assert Checkpoint.objects.standing(journey)["C1"] == row
    assert row.answers == {"busy": ["parole"]}
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM casefiles_support_checkpoint WHERE id = %s", [row.pk])
        assert "hearing" not in cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"code": "C0"}, "page of its own"),
        ({"outcome": "went_ahead_anyway"}, "page of its own"),
        ({"on": TODAY + timedelta(days=1)}, "in the future"),
        ({"words": "x" * 301}, "at most 300"),
        ({"answers": {"offence": ["x"]}}, "from the answers"),
    ],
)
def test_record_refuses(record, said, reason):
    with pytest.raises(NotAllowed, match=reason):
        record(**said)


def test_being_in_touch_is_what_does_the_duty(record, journey, raised):
    word = raised(journey, kind="keep_in_touch")

    record("C5", answers={"how": ["phone"]})

    word.refresh_from_db()
    assert word.status == "done"


def test_a_correction_stands_in_place_of_the_first_which_stays(record, journey, finn):
    first = record("C2", "done")
    later = record("C2", "done", key="c2", on=TODAY)

    row = checkpoints.correct(checkpoint=first, outcome="no_thanks", on=TODAY - timedelta(days=3), key="x", by=finn,
                              at=NOW)  # fmt: skip

    first.refresh_from_db()
    assert (first.outcome, row.supersedes) == ("done", first)
    assert Checkpoint.objects.standing(journey)["C2"] == later
    with pytest.raises(NotAllowed, match="put this right already"):
        checkpoints.correct(checkpoint=first, outcome="done", on=TODAY, key="y", by=finn, at=NOW)


@pytest.mark.parametrize("code", STAGES)
def test_they_may_go_ahead_anyway_at_every_stage_and_nobody_is_asked(journey, finn, code):
    row = checkpoints.went_ahead(
        journey=journey, code=code, words="I have waited long enough", key="w", by=finn, at=NOW
    )

    assert row.outcome == "went_ahead_anyway"
    assert checking.missing(journey, code, on=TODAY) == []


def test_their_own_word_is_not_corrected_away(journey, finn):
    row = checkpoints.went_ahead(journey=journey, code="C8", words="", key="w", by=finn, at=NOW)

    with pytest.raises(NotAllowed, match="It stays"):
        checkpoints.correct(checkpoint=row, outcome="done", on=TODAY, key="x", by=finn, at=NOW)


def test_reading_asks_for_both_and_for_training_on_the_day(journey, back_up, finn):
    assert checking.missing(journey, "C9", on=TODAY) == []

    assert len(checking.missing(journey, "C9", on=TODAY + timedelta(days=701))) == 2


def test_the_same_form_sent_twice_is_one_row(record, journey, finn):
    assert record().pk == record().pk
    ahead = {"journey": journey, "code": "C8", "words": "", "key": "w", "by": finn, "at": NOW}
    assert checkpoints.went_ahead(**ahead).pk == checkpoints.went_ahead(**ahead).pk
    assert Event.objects.filter(verb="files.checkpoint.went_ahead").count() == 1


def test_the_trail_keeps_the_stage_and_never_the_words(record, jo):
    record(words="My mum", answers={"worries": ["family"]})

    entry = Event.objects.get(verb="files.checkpoint.recorded")
    assert (entry.about_ref, entry.detail) == (jo.ref, {"code": "C1"})
