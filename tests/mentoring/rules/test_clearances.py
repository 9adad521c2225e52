from datetime import date, timedelta

import pytest

from mentoring.rules.clearances import FROM, Step, next_steps, why_not_step

DAY = date(2026, 11, 22)


def why_not(frm, to, **said):
    given = {"reason": "vetting", "words": "They wrote to us", "valid_from": DAY, "valid_until": DAY}
    return why_not_step(frm=frm, to=to, **given | said)


@pytest.mark.parametrize(("frm", "to"), [(frm, to) for to, places in FROM.items() for frm in sorted(places)])
def test_each_arrow_may_be_taken(frm, to):
    assert why_not(frm, to) == []


@pytest.mark.parametrize(
    ("frm", "to"),
    [
        (Step.NOT_APPLIED, Step.GRANTED),
        (Step.REFUSED, Step.GRANTED),
        (Step.EXPIRED, Step.GRANTED),
        (Step.STANDARD_REFUSED, Step.GRANTED),
        (Step.GRANTED, Step.NOT_APPLIED),
    ],
)
def test_nobody_is_cleared_by_a_short_cut(frm, to):
    assert why_not(frm, to) == ["That is not a next step from where it stands now."]


@pytest.mark.parametrize("to", [Step.STANDARD_REFUSED, Step.REFUSED])
@pytest.mark.parametrize("said", [{"reason": ""}, {"words": "  "}])
def test_no_bar_is_silent(to, said):
    assert why_not(Step.APPLIED, to, **said)[0].startswith("Say why")


def test_a_refusal_by_ordinary_vetting_leaves_the_lived_experience_route_and_an_appeal():
    assert {Step.LEAP_SUBMITTED, Step.APPEALED} <= set(next_steps(Step.STANDARD_REFUSED))


def test_no_state_is_a_dead_end():
    assert all(next_steps(step) for step in Step)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({"valid_from": None}, "Enter from when"),
        ({"valid_until": None}, "Enter from when"),
        ({"valid_until": DAY - timedelta(days=1)}, "run out before it begins"),
        ({"valid_until": DAY + timedelta(days=2000)}, "five years at most"),
    ],
)
def test_a_clearance_says_from_when_and_until_when(days, words):
    assert words in why_not(Step.APPLIED, Step.GRANTED, **days)[0]
