import pytest

from audit.models import Event
from common.transitions import NotAllowed
from messaging.models import Message
from people.actions import alerts, concerns
from people.models import Concern
from tests.factories import people as make
from tests.factories.people import AT
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_form_sent_by_twenty_at_once_is_one_concern_and_one_message(sam, make_user):
    make_user("lead", "safeguarding_lead", email="lead@example.com")

    outcomes = race(20, lambda number: make.concern(sam, key="one form"))

    assert {outcome.ref for outcome in outcomes} == {Concern.objects.get().ref}
    assert Message.objects.count() == 1
    assert Event.objects.filter(verb="people.concern.raised").count() == 1


def test_of_several_leads_one_acknowledges(sam, nadia):
    ref = make.concern(sam).ref

    def acknowledge(number):
        return concerns.acknowledge(concern=Concern.objects.get(ref=ref), by=nadia, at=AT)

    outcomes = race(8, acknowledge)

    assert outcomes.count(None) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
    assert Event.objects.filter(verb="people.concern.acknowledged").count() == 1


def test_several_workers_tell_again_of_one_concern_once(sam, make_user):
    make_user("lead", "safeguarding_lead", email="lead@example.com")
    make.concern(sam)

    told = race(6, lambda number: alerts.tell_again(by=None, at=AT.replace(day=24)))

    assert not [outcome for outcome in told if isinstance(outcome, Exception)]
    assert Message.objects.count() == 2  # the first, and one reminder
    assert Event.objects.filter(verb="people.concern.alerted_again").count() == 1
