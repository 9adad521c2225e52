"""Several people at the same moment: one end of a reading, one place for papers, one answer to a wait."""

from datetime import timedelta

import pytest
from django.utils import timezone

from audit.checking import check
from audit.models import Event
from casefiles_support.actions import holding_moves, parcels, safety_holds, sittings
from casefiles_support.hands import Hand
from casefiles_support.models import (
    AccessRequest,
    Debrief,
    Duty,
    FollowUp,
    HoldingMove,
    Journey,
    Parcel,
    SafetyHold,
    Sitting,
)
from common.transitions import NotAllowed
from tests.matrix.fixtures_files_journeys import *  # noqa: F403
from tests.matrix.fixtures_files_parcels import *  # noqa: F403
from tests.matrix.fixtures_files_parcels import arrival, came, ending
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)
RUNNERS = 6


def one_won(outcomes, verb):
    """One did it, the others were told no, and the trail says it once."""
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == RUNNERS - 1, outcomes
    assert Event.objects.filter(verb=verb).count() == 1
    assert check().whole


def test_of_several_ends_of_a_reading_one_makes_what_follows(begun_sitting, practitioner, finn):
    late = timezone.now() + timedelta(days=60)

    def finish(number):
        sitting = Sitting.objects.select_related("journey__person").get(pk=begun_sitting.pk)
        return sittings.finish(sitting=sitting, check=ending(practitioner), by=finn, at=late)

    one_won(race(RUNNERS, finish), "files.sitting.finished")
    assert (FollowUp.objects.count(), Debrief.objects.count()) == (4, 1)
    assert Duty.objects.filter(kind__in=("follow_up", "debrief")).count() == 5
    assert Journey.objects.get().status == "after_care"


def test_of_several_moves_one_is_made_and_papers_are_in_one_place(parcel, finn):
    places = ["with_person", "with_trusted", "with_solicitor"] * 2

    def move(number):
        to = places[number]
        taken = Hand(is_person=True) if to == "with_person" else Hand(words="Ms Lark, of Lark and Wren")
        mine = Parcel.objects.select_related("request__journey__person").get(pk=parcel.pk)
        return holding_moves.move(
            parcel=mine, to=to, on=timezone.localdate(), given=Hand(staff=finn), taken=taken, person_agreed=True,
            signed_twice=True, version=parcel.version, key=f"m{number}", by=finn, at=timezone.now(),
        )  # fmt: skip

    one_won(race(RUNNERS, move), "files.parcel.moved")
    assert HoldingMove.objects.filter(parcel=parcel).order_by("-pk").first().to == Parcel.objects.get().status
    assert HoldingMove.objects.count() == 2


def test_the_same_arrival_sent_by_several_at_once_is_one_parcel(asked_for, finn):
    def receive(number):
        mine = AccessRequest.objects.select_related("journey__person").get(pk=asked_for.pk)
        return came(mine, finn, at=timezone.now())

    made = race(RUNNERS, receive)

    assert {one.pk for one in made} == {Parcel.objects.get().pk}
    assert HoldingMove.objects.count() == Duty.objects.filter(kind="tell_it_is_here").count() == 1
    assert check().whole


def test_an_announced_parcel_that_comes_in_several_hands_comes_once(announced, finn):
    def arrive(number):
        mine = Parcel.objects.select_related("request__journey__person").get(pk=announced.pk)
        said = {"parcel": mine, "arrival": arrival(finn), "version": announced.version, "key": f"k{number}"}
        return parcels.arrive(**said, by=finn, at=timezone.now())

    one_won(race(RUNNERS, arrive), "files.parcel.arrived")
    assert HoldingMove.objects.count() == 1


def test_a_lead_and_a_manager_who_agree_at_once_make_it_stand(wait_again, nadia, marion):
    def answer(number):
        mine = SafetyHold.objects.select_related("journey__person").get(pk=wait_again.pk)
        act = safety_holds.agree if number else safety_holds.allow_again
        return act(hold=mine, by=nadia if number else marion, at=timezone.now())

    outcomes = race(2, answer)

    assert not any(isinstance(one, Exception) for one in outcomes), outcomes
    assert SafetyHold.objects.get(pk=wait_again.pk).ends_at is not None
    assert Duty.objects.filter(kind="safety_hold_told", about_ref=wait_again.ref).count() == 1
    assert check().whole
