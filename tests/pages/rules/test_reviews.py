"""Nobody approves their own work: every combination of who wrote, who said yes, and who asks."""

from itertools import chain, combinations

import pytest

from pages.rules.reviews import LIVED, PUBLISH, SAID, STEPS, WROTE, fingerprint, why_not_approve, why_not_publish

EVIE, LEE, MARION = 1, 2, 3
EVERYONE = (EVIE, LEE, MARION)


def groups():
    """Nobody, each alone, each pair, all three."""
    return [set(found) for found in chain.from_iterable(combinations(EVERYONE, n) for n in range(4))]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("user", EVERYONE)
@pytest.mark.parametrize("authors", groups())
@pytest.mark.parametrize("elsewhere", groups())
def test_who_says_yes_neither_wrote_it_nor_said_yes_at_the_other_step(step, user, authors, elsewhere):
    other = next(one for one in STEPS if one != step)

    reasons = why_not_approve(step=step, user=user, authors=authors, approvals={other: elsewhere})

    assert (WROTE in reasons) == (user in authors)
    assert (SAID in reasons) == (user in elsewhere)
    assert bool(reasons) == (user in authors | elsewhere)


def test_saying_yes_again_at_the_same_step_is_no_second_step():
    assert why_not_approve(step=LIVED, user=LEE, authors={EVIE}, approvals={LIVED: {LEE}}) == []


@pytest.mark.parametrize("authors", groups())
@pytest.mark.parametrize("lived", groups())
@pytest.mark.parametrize("publishers", groups())
def test_it_goes_out_when_two_others_said_yes_one_at_each_step(authors, lived, publishers):
    reasons = why_not_publish(authors=authors, approvals={LIVED: lived, PUBLISH: publishers})

    agreed = any(one != two for one in lived - authors for two in publishers - authors)
    assert (reasons == []) == (agreed or not authors)


def test_the_reasons_say_who_is_missing():
    assert why_not_publish(authors={EVIE}, approvals={}) == [
        "It has not been approved by somebody with care experience, other than its authors.",
        "It has not been approved by whoever publishes, other than its authors.",
    ]
    assert why_not_publish(authors={EVIE}, approvals={LIVED: {LEE}, PUBLISH: {LEE}}) == [
        "One person said yes at both steps. It needs two."
    ]


def test_a_word_changed_is_another_fingerprint():
    assert fingerprint({"a": "Ask.", "b": 1}) == fingerprint({"b": 1, "a": "Ask."})
    assert fingerprint({"a": "Ask."}) != fingerprint({"a": "Ask!"})
