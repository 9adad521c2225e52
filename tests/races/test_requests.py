"""Several people write down what happened to one request at the same moment."""

import pytest

from casefiles_support import entering
from casefiles_support.actions import facts, requests, stops
from casefiles_support.actions.requests import Wish
from casefiles_support.models import AccessRequest, Fact
from common.transitions import NotAllowed
from tests.casefiles_support.fixtures_requests import TODAY, a_minimal_request, holder_called
from tests.conftest import NOW
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def add(request, kind, key):
    return facts.add(
        request=AccessRequest.objects.get(pk=request.pk), kind=kind, on=TODAY, basis="letter", key=key, by=None, at=NOW
    )


def test_two_replies_at_once_are_both_kept_and_the_request_stands_where_both_say(yorkshire):
    request = a_minimal_request(yorkshire)
    add(request, "received", "r1")

    outcomes = race(2, lambda n: add(request, ("id_asked", "id_received")[n], f"k{n}"))

    request.refresh_from_db()
    assert not [one for one in outcomes if isinstance(one, Exception)]
    assert (request.status, Fact.objects.count()) == ("running", 3)


def test_the_same_letter_written_down_by_eight_is_one_fact(yorkshire):
    request = a_minimal_request(yorkshire)

    outcomes = race(8, lambda n: add(request, "received", f"k{n}"))

    assert {one.pk for one in outcomes} == {Fact.objects.get().pk}


def test_a_fact_is_put_right_once(yorkshire):
    wrong = add(a_minimal_request(yorkshire), "received", "r1")

    def put_right(number):
        return facts.put_right(
            fact=Fact.objects.get(pk=wrong.pk), kind="received", on=TODAY, basis="phone", because="They rang",
            key=f"k{number}", by=None, at=NOW,
        )  # fmt: skip

    outcomes = race(6, put_right)

    assert sum(isinstance(one, NotAllowed) for one in outcomes) == 5
    assert Fact.objects.count() == 2


def test_stopping_wins_over_sending_or_comes_after_it_and_never_gets_lost(yorkshire):
    request = a_minimal_request(yorkshire)
    AccessRequest.objects.filter(pk=request.pk).update(status="ready")

    def act(number):
        mine = AccessRequest.objects.get(pk=request.pk)
        if number:
            return entering.go(mine, "send")
        return stops.withdraw(request=mine, by=None, at=NOW)

    outcomes = race(2, act)

    request.refresh_from_db()
    assert request.status == "withdrawn"
    assert outcomes[0].status == "withdrawn"
    assert outcomes[1] is None or isinstance(outcomes[1], NotAllowed)


def test_of_several_who_ask_one_holder_one_does(yorkshire, finn):
    journey = a_minimal_request(yorkshire).journey
    holder = holder_called("Bradford")
    wish = Wish(scope="everything", deliver_to="supporter")

    outcomes = race(
        6, lambda n: requests.begin(journey=journey, holder=holder, wish=wish, key=f"k{n}", by=finn, at=NOW)
    )

    assert sum(isinstance(one, NotAllowed) for one in outcomes) == 5
    assert AccessRequest.objects.filter(holder=holder).count() == 1
