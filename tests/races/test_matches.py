"""Eight people do the same to one match at once: one of them does it."""

import pytest
from django.utils import timezone

from audit.checking import check
from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import match_blocks, matches
from mentoring.models import Match, MatchBlock, MatchStep, Mentor
from tests.factories.mentoring import match_at
from tests.factories.people import person
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def at():
    return {"by": None, "at": timezone.now()}


def said():
    return {"told": "spoken", "said_on": timezone.localdate()} | at()


STEPS = {
    "suggested": ("mentor_agreed", lambda match: matches.mentor_agrees(match=match, **said())),
    "mentor_agreed": ("person_agreed", lambda match: matches.person_agrees(match=match, **said())),
    "person_agreed": ("approved", lambda match: matches.approve(match=match, **at())),
    "approved": ("begun", lambda match: matches.begin(match=match, **at())),
}


@pytest.mark.parametrize("status", STEPS)
def test_of_eight_who_take_the_next_step_one_does(sam, jo, status):
    match = match_at(status, Mentor.objects.get(person__login=sam), jo)
    verb, step = STEPS[status]
    before = MatchStep.objects.count()

    outcomes = race(8, lambda n: step(Match.objects.select_related("mentor__person", "person").get(pk=match.pk)))

    assert sum(isinstance(outcome, Match) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
    assert MatchStep.objects.count() == before + 1
    assert Event.objects.filter(verb=f"mentoring.match.{verb}").count() == 1
    assert check().whole


def test_two_people_are_suggested_for_each_other_once(sam, jo):
    mentor = Mentor.objects.get(person__login=sam)

    race(8, lambda n: matches.suggest(mentor=mentor, person=jo, **at()))

    assert Match.objects.count() == 1


def test_the_last_place_of_a_mentor_is_taken_once(sam, yorkshire):
    mentor = Mentor.objects.get(person__login=sam)
    waiting = [match_at("approved", mentor, person(f"Person {n}", team=yorkshire)) for n in range(8)]
    Mentor.objects.filter(pk=mentor.pk).update(capacity=1)

    outcomes = race(8, lambda n: matches.begin(match=Match.objects.get(pk=waiting[n].pk), **at()))

    assert sum(isinstance(outcome, Match) for outcome in outcomes) == 1
    assert Match.objects.active().count() == 1


def test_a_block_that_comes_as_the_match_begins_leaves_nobody_walking(sam, jo, nadia):
    mentor = Mentor.objects.get(person__login=sam)
    match = match_at("approved", mentor, jo)

    def act(number):
        if number % 2:
            return matches.begin(match=Match.objects.get(pk=match.pk), **at())
        return match_blocks.make(
            person=jo, other=mentor.person, kind="gang", reason="Told by the prison", key="one", by=nadia,
            at=timezone.now(),
        )  # fmt: skip

    race(8, act)

    match.refresh_from_db()
    assert match.status in {"ended", "paused"}
    assert MatchBlock.objects.count() == 1
