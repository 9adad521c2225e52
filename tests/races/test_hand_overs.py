"""A public form that is sent eight times at once, and eight people who take one message."""

import pytest
from django.utils import timezone

from audit.checking import check
from common.transitions import NotAllowed
from pages.actions import hand_overs
from pages.models import HandOver
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def sent():
    return hand_overs.send(kind="ask", said={"name": "Wren"}, key="one", by=None, at=timezone.now())


def test_the_same_form_sent_by_eight_at_once_is_kept_once(db):
    race(8, lambda n: sent())

    assert HandOver.objects.get().said == {"name": "Wren"}
    assert check().whole


def test_of_eight_who_take_one_message_one_has_it(rosa):
    kept = sent()

    def take(number):
        return hand_overs.take(hand_over=HandOver.objects.get(pk=kept.pk), by=rosa, at=timezone.now())

    outcomes = race(8, take)

    assert sum(isinstance(outcome, HandOver) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
