"""Who is in custody, who may be phoned (vectors S1 to S9), and which moves make sense."""

from datetime import date

import pytest

from people.rules.locations import Kind, LegalState, is_in_custody, may_be_phoned, may_move

CHECKED = {"released_on": None, "verified_on": date(2026, 11, 21), "safe_to_use": True, "opted_in": True}
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("state", LegalState)
def test_whoever_is_in_prison_is_in_custody(state):
    assert is_in_custody(Kind.CUSTODY, state)


@pytest.mark.parametrize(
    ("kind", "state", "held"),
    [
        ("hospital", "sentenced", True),
        ("hospital", "remand", True),
        ("hospital", "none", False),
        ("unknown", "recalled", True),
        ("unknown", "none", False),
        ("community", "licence", False),
        ("community", "rotl", True),
        ("approved_premises", "licence", False),
    ],
)
def test_custody_is_where_the_law_holds_somebody(kind, state, held):
    assert is_in_custody(kind, state) is held


@pytest.mark.parametrize(
    ("vector", "kind", "state", "changes", "allowed"),
    [
        ("S1 custody", "custody", "sentenced", {}, False),
        ("S2 remand", "custody", "remand", {}, False),
        (
            "S3 number checked before release",
            "community",
            "licence",
            {"released_on": date(2026, 11, 20), "verified_on": date(2026, 3, 1)},
            False,
        ),
        ("S4 number checked after release", "community", "licence", {"released_on": date(2026, 11, 20)}, True),
        ("S5 location unknown", "unknown", "none", {}, False),
        ("S5 no location at all", None, None, {}, False),
        ("S6 before the recall", "community", "licence", {}, True),
        ("S6 recalled before it was sent", "custody", "recalled", {}, False),
        ("S7 approved premises", "approved_premises", "licence", {}, True),
        ("S8 ROTL", "custody", "rotl", {}, False),
        ("S9 a mentor who is a serving prisoner", "custody", "sentenced", {}, False),
        ("a secure hospital", "hospital", "sentenced", {}, False),
        ("never checked", "community", "none", {"verified_on": None}, False),
        ("not safe", "community", "none", {"safe_to_use": False}, False),
        ("not asked for", "community", "none", {"opted_in": False}, False),
    ],
)
def test_a_person_is_phoned_only_where_a_telephone_does_no_harm(vector, kind, state, changes, allowed):
    reasons = may_be_phoned(kind=kind, legal_state=state, **{**CHECKED, **changes})

    assert (reasons == []) is allowed, vector


def test_the_reason_for_a_number_from_before_release_says_what_to_do():
    released = {**CHECKED, "released_on": date(2026, 11, 22)}

    assert may_be_phoned(kind="community", legal_state="none", **released) == [
        "They have left custody since this number was last checked. Check it with them again first."
    ]


def move(**changes):
    sensible = {
        "kind": "custody",
        "legal_state": "sentenced",
        "has_establishment": True,
        "note": "",
        "started_on": TODAY,
        "today": TODAY,
        "current_started_on": None,
        "expected_release_on": None,
    }
    return may_move(**{**sensible, **changes})


def test_a_sensible_move_is_recorded():
    assert move() == {}
    assert move(current_started_on=TODAY, expected_release_on=TODAY) == {}


@pytest.mark.parametrize(
    ("changes", "question", "words"),
    [
        ({"started_on": date(2026, 11, 23)}, "started_on", "future"),
        ({"current_started_on": date(2026, 11, 23)}, "started_on", "already somewhere else"),
        ({"has_establishment": False}, "establishment", "Choose the prison"),
        ({"kind": "community", "legal_state": "none"}, "establishment", "Choose a prison only"),
        ({"kind": "community", "has_establishment": False}, "legal_state", "counts as in custody"),
        (
            {"kind": "approved_premises", "legal_state": "rotl", "has_establishment": False},
            "legal_state",
            "counts as in custody",
        ),
        ({"legal_state": "licence"}, "legal_state", "recalled"),
        ({"expected_release_on": date(2026, 11, 21)}, "expected_release_on", "release date"),
    ],
)
def test_a_move_that_makes_no_sense_is_refused_with_its_reason(changes, question, words):
    wrong = move(**changes)

    assert list(wrong) == [question]
    assert words in wrong[question]
