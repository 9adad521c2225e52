from datetime import timedelta

import pytest

from messaging import reminders
from messaging.actions.reminders import remind
from messaging.models import Message
from tests.training.finishing import LATER, read_all, take_test
from training.actions import confidences
from training.occasions import LATER as KEY
from training.rules.confidences import SIX_WEEKS, asked

pytestmark = pytest.mark.django_db
DUE = LATER + SIX_WEEKS + timedelta(days=1)


@pytest.fixture
def finished(begun, dee):
    dee.email = "dee@prison.example"
    dee.save(update_fields=["email"])
    read_all(begun, by=dee)
    take_test(begun, right=5, by=dee)
    begun.refresh_from_db()
    return begun


def plan(at):
    one = reminders.known(KEY)
    return remind(reminder=one, occasions=one.occasions(at, at + timedelta(days=3)), by=None, at=at)


def test_six_weeks_after_one_email_goes_and_names_no_module(finished):
    assert plan(DUE) == 1
    assert plan(DUE + timedelta(hours=1)) == 0

    message = Message.objects.get()
    assert "/training/" in message.text
    assert finished.version.title not in message.text


@pytest.mark.parametrize("at", [DUE - timedelta(days=2), DUE + timedelta(days=16)])
def test_it_goes_neither_before_its_day_nor_long_after(finished, at):
    assert plan(at) == 0


def test_nobody_is_asked_who_answered_or_has_no_login(finished, dee):
    name = next(iter(asked(finished.version.plain, "later")))
    confidences.say_later(progress=finished, sure={name: 3}, differently="", by=dee, at=DUE - timedelta(hours=3))

    assert plan(DUE) == 0


def test_without_an_address_it_waits_on_their_page_alone(finished, dee):
    dee.email = ""
    dee.save(update_fields=["email"])

    assert plan(DUE) == 0
