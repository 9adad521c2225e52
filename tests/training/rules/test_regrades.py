from hypothesis import given
from hypothesis import strategies as st

from training.rules.questions import Mark
from training.rules.regrades import KEEP, REKEY, RULES, VOID, again, why_not_regrade


def asked(right, points=1):
    options = [{"id": one, "right": one == right} for one in "abc"]
    return {"id": "q", "kind": "single", "options": options, "points": points}


def test_a_corrected_key_gives_the_points_that_were_due():
    assert again(rule=REKEY, before=Mark(0, 1), given="b", question=asked("b")).rose


def test_nobody_loses_what_they_had():
    kept = again(rule=REKEY, before=Mark(1, 1), given="a", question=asked("b"))

    assert kept.after == Mark(1, 1)
    assert not kept.rose


def test_a_void_question_counts_for_everybody():
    assert again(rule=VOID, before=Mark(0, 1), given=None, question=asked("b")).after == Mark(1, 1)


def test_keeping_changes_nothing():
    assert again(rule=KEEP, before=Mark(0, 1), given="b", question=asked("b")).after == Mark(0, 1)


@given(
    rule=st.sampled_from(sorted(RULES)),
    had=st.integers(0, 3),
    given_=st.sampled_from(["a", "b", "c", None]),
    right=st.sampled_from("abc"),
    points=st.integers(1, 5),
)
def test_a_mark_never_falls_and_never_passes_its_worth(rule, had, given_, right, points):
    found = again(rule=rule, before=Mark(had, 3), given=given_, question=asked(right, points))

    assert had <= found.after.points <= 3


def test_it_refuses_what_says_no_reason_and_what_changed_nothing():
    reasons = why_not_regrade(rule=REKEY, reason=" ", rekeyed=[], question="q")

    assert len(reasons) == 2
    assert why_not_regrade(rule="guess", reason="A slip", rekeyed=["q"], question="q")
    assert not why_not_regrade(rule=REKEY, reason="A slip", rekeyed=["q"], question="q")
