"""When sending has stopped, programme managers see it on their desk and are told; and what texts cost."""

import pytest

from desk import texting
from messaging.actions import senders, spends
from messaging.models import Message
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
HOME = "/desk/"


@pytest.fixture
def managers(marion, make_user):
    marion.email = "marion@example.org"
    marion.save(update_fields=["email"])
    return marion


def test_that_sending_has_stopped_is_said_in_words(client, marion):
    senders.stop_sending(code=20003, at=NOW)
    client.force_login(marion)
    page = client.get(HOME).text

    assert "No texts go" in page and "secret word is wrong" in page and "(code 20003)" in page


def test_a_code_that_nobody_knows_is_shown_as_it_is(client, marion):
    senders.stop_sending(code=99999, at=NOW)
    client.force_login(marion)
    assert "(code 99999)" in client.get(HOME).text


def test_while_all_is_well_only_the_cost_is_said(client, marion, settings, now):
    settings.TEXT_SEGMENT_PRICE = "0.05"
    spends.spend(segments=2, whose="x", at=now, within_caps=True)
    client.force_login(marion)
    page = client.get(HOME).text

    assert "No texts go" not in page
    assert "2 of at most 2000 texts today, about £0.10" in " ".join(page.split())


def test_a_coordinator_is_not_told(client, rosa):
    senders.stop_sending(code=20003, at=NOW)
    client.force_login(rosa)
    assert "No texts go" not in client.get(HOME).text


def test_each_manager_has_one_email_for_each_stop(managers, rosa):
    senders.stop_sending(code=20003, at=NOW)
    senders.stop_sending(code=20003, at=NOW)
    message = Message.objects.get()

    assert message.to == "marion@example.org"
    assert "20003" not in message.text and "text" not in message.subject.lower()


def test_who_cannot_be_written_to_stops_no_alarm(marion):
    texting.tell("blocked", "Words.", NOW)
    assert not Message.objects.exists()
