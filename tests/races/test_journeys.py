"""Two who ask the same person at once, two who are named at once, a pause against a step."""

import pytest
from django.utils import timezone

from casefiles_support.actions import checkpoints, journeys, pauses, supporters
from casefiles_support.models import Checkpoint, Duty, Journey, Supporter
from common.transitions import NotAllowed
from tests.conftest import NOW, file_supporter
from tests.matrix.fixtures_files_journeys import beside, offered
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_eight_who_ask_at_once_all_ask_within_one_journey(jo, rosa):
    answers = race(8, lambda n: offered(jo, rosa, key=f"o{n}"))

    assert [type(answer) for answer in answers] == [Journey] * 8
    assert Journey.objects.get().status == "talking"
    assert Checkpoint.objects.count() == 8
    assert Duty.objects.open().count() == 1


def test_the_same_form_sent_by_eight_hands_asks_once(jo, rosa):
    answers = race(8, lambda n: offered(jo, rosa, key="same"))

    assert {answer.pk for answer in answers} == {Journey.objects.get().pk}
    assert Checkpoint.objects.count() == 1


def test_of_eight_who_are_named_at_once_one_is(jo, rosa, make_user, yorkshire):
    journey = offered(jo, rosa)
    team = [file_supporter(make_user, f"one{n}", f"One {n}", yorkshire) for n in range(8)]

    def name(n):
        login = team[n]
        return supporters.name(
            journey=journey, role="practitioner", login=login, no_conflict=True, by=login, at=timezone.now()
        )

    answers = race(8, name)

    assert sum(isinstance(answer, Supporter) for answer in answers) == 1
    assert sum(isinstance(answer, NotAllowed) for answer in answers) == 7


def test_a_pause_is_never_lost_against_a_step(jo, rosa, finn):
    journey = offered(jo, rosa)
    beside(journey, finn, finn)
    checkpoints.record(journey=journey, code="C1", outcome="no_thanks", on=NOW.date(), key="c1", by=finn, at=NOW)
    seen = Journey.objects.get().version

    def act(n):
        mine = Journey.objects.get(pk=journey.pk)
        if n % 2:
            return pauses.pause(journey=mine, by=finn, at=timezone.now())
        return journeys.move_on(journey=mine, to="planning", seen=seen, by=finn, at=timezone.now())

    answers = race(8, act)

    assert all(isinstance(answer, Journey) for answer in answers[1::2])
    after = Journey.objects.get()
    moved = sum(isinstance(answer, Journey) for answer in answers[::2])
    assert moved <= 1
    assert (after.status, after.back_to) == ("paused_by_person", "planning" if moved else "talking")
