from dataclasses import replace
from datetime import date

import pytest

from mentoring.rules.gates import Evidence, Standing, what_lapsed, why_not_inside, why_not_mentor

FULL = Evidence(
    references=2, dbs=Standing.FINE, risk=Standing.FINE, missing=(), run_out=(), supervised=True
)  # fmt: skip
DAY = date(2026, 11, 22)


def test_with_everything_in_place_the_gate_is_open():
    assert why_not_mentor(FULL) == []


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        ({"references": 0}, "Two accepted references are needed. There is none."),
        ({"references": 1}, "Two accepted references are needed. There is 1."),
        ({"dbs": Standing.MISSING}, "Nobody has decided yet whether the role needs a DBS check."),
        ({"dbs": Standing.WAITING}, "The DBS check has been asked for and is not decided."),
        ({"dbs": Standing.REFUSED}, "The decision on the DBS check was that they may not mentor."),
        ({"dbs": Standing.LAPSED}, "The DBS check is due to be looked at again."),
        ({"risk": Standing.MISSING}, "There is no risk assessment."),
        ({"risk": Standing.WAITING}, "The risk assessment needs a second signature, from somebody else."),
        ({"risk": Standing.REFUSED}, "The risk assessment says not now."),
        ({"risk": Standing.LAPSED}, "The risk assessment is due to be looked at again."),
        ({"missing": ("Listening", "Rights")}, "Training is not finished: Listening, Rights."),
        ({"run_out": ("Listening",)}, "Training has run out: Listening."),
        ({"supervised": False}, "They have no supervisor yet."),
    ],
)
def test_each_thing_that_is_lacking_closes_the_gate_with_its_own_sentence(lacking, words):
    assert why_not_mentor(replace(FULL, **lacking)) == [words]


def test_everything_that_is_lacking_is_said_at_once():
    bare = Evidence(
        references=0, dbs=Standing.MISSING, risk=Standing.MISSING, missing=("A",), run_out=("B",), supervised=False
    )

    assert len(why_not_mentor(bare)) == 6


@pytest.mark.parametrize("standing", [Standing.MISSING, Standing.WAITING, Standing.REFUSED, Standing.LAPSED])
def test_only_a_valid_clearance_opens_a_prison(standing):
    (reason,) = why_not_inside(standing, place="HMP Leeds", on=DAY)

    assert "HMP Leeds" in reason
    assert reason.endswith(".")


def test_a_valid_clearance_opens_a_prison():
    assert why_not_inside(Standing.FINE, place="HMP Leeds", on=DAY) == []


def test_a_clearance_that_ran_out_names_the_day():
    assert why_not_inside(Standing.LAPSED, place="HMP Leeds", on=DAY) == [
        "Their clearance for HMP Leeds is not valid on 22 November 2026."
    ]


def test_a_match_waits_for_all_that_is_lacking_but_a_module_that_is_new():
    lapsed = replace(
        FULL, dbs=Standing.LAPSED, run_out=("Listening",), missing=("New",), supervised=False, references=1
    )

    assert what_lapsed(lapsed) == [
        "Two accepted references are needed. There is 1.",
        "The DBS check is due to be looked at again.",
        "Training has run out: Listening.",
        "They have no supervisor yet.",
    ]
