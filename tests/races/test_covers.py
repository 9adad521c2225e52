"""Eight coordinators name a mentor to cover at once; eight write down the person's answer."""

import pytest
from django.utils import timezone

from accounts.roles import Role
from common.transitions import NotAllowed
from mentoring.actions import covers, leaves
from mentoring.models import Cover
from tests.conftest import mentor_for
from tests.factories.readiness import ready_for
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_eight_who_name_a_cover_one_does_and_of_eight_answers_one_counts(match, make_user, yorkshire, sam, rosa):
    other = ready_for(mentor_for(make_user("carys", Role.PEER_MENTOR), yorkshire), match.person)
    today = timezone.localdate()
    leave = leaves.tell(
        mentor=match.mentor, first_day=today, last_day=today, why="holiday", note="", key="l", by=sam,
        at=timezone.now(),
    )  # fmt: skip

    asked = race(8, lambda n: covers.ask(leave=leave, match=match, mentor=other, by=rosa, at=timezone.now()))

    assert sum(isinstance(outcome, Cover) for outcome in asked) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in asked) == 7

    def answer(n):
        act = covers.agree if n % 2 else covers.refuse
        return act(cover=Cover.objects.get(), by=rosa, at=timezone.now())

    answered = race(8, answer)

    assert sum(isinstance(outcome, Cover) for outcome in answered) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in answered) == 7
