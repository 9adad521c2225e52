from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from mentoring.forms.asking import SALT
from mentoring.models import Referral

pytestmark = pytest.mark.django_db
ME, SOMEBODY, THANKS = (reverse(f"mentoring:asking-{name}") for name in ("me", "somebody", "thanks"))


def opened(ago=timedelta(seconds=30)):
    return signing.dumps((timezone.now() - ago).timestamp(), salt=SALT)


@pytest.fixture
def mine():
    return {"preferred_name": "Kim", "care": "yes", "where": "outside", "reach": "07700 900123", "key": "k1",
            "wishes": ["talk"], "opened": opened()}  # fmt: skip


@pytest.fixture
def theirs(mine):
    day = timezone.localdate()
    return mine | {"source": "family", "referrer_name": "Ann", "referrer_contact": "ann@example.org", "how": "spoken",
                   "agreed_on_0": day.day, "agreed_on_1": day.month, "agreed_on_2": day.year}  # fmt: skip


def test_anybody_asks_for_themselves(client, mine):
    assert client.post(ME, mine)["Location"] == THANKS

    referral = Referral.objects.get()
    assert (referral.status, referral.source, referral.way, referral.agreed_how) == (
        "submitted",
        "self",
        "public",
        "own",
    )
    assert referral.made_by is None


def test_anybody_asks_for_somebody_who_said_yes(client, theirs):
    assert client.post(SOMEBODY, theirs)["Location"] == THANKS

    referral = Referral.objects.get()
    assert (referral.source, referral.agreed_how, referral.agreed_with) == ("family", "spoken", "Ann")


def test_nobody_asks_for_somebody_who_did_not_say_yes(client, theirs):
    answer = client.post(SOMEBODY, theirs | {"how": ""})

    assert answer.status_code == 422
    assert "Ask them first" in answer.text
    assert not Referral.objects.exists()


def test_the_answer_is_the_same_whether_we_know_them_or_not(client, mine, jo):
    known = client.post(ME, mine | {"preferred_name": "Jo", "family_name": "Canary"})
    unknown = client.post(ME, mine | {"preferred_name": "Nobody", "key": "k2"})

    assert known["Location"] == unknown["Location"]
    assert client.get(THANKS).text.count("Jo") == 0


def test_a_form_sent_twice_asks_once(client, mine):
    client.post(ME, mine)
    client.post(ME, mine)

    assert Referral.objects.count() == 1


def test_a_machine_that_fills_in_everything_is_thanked_and_forgotten(client, mine):
    assert client.post(ME, mine | {"website": "http://spam.example"})["Location"] == THANKS
    assert not Referral.objects.exists()


@pytest.mark.parametrize("when", [timedelta(seconds=1), timedelta(hours=13), -timedelta(hours=1)])
def test_a_form_that_comes_too_fast_or_too_late_is_asked_again(client, mine, when):
    answer = client.post(ME, mine | {"opened": opened(when)})

    assert answer.status_code == 422
    assert "send it again" in answer.text
    assert not Referral.objects.exists()


def test_a_time_that_somebody_made_up_is_no_time(client, mine):
    assert client.post(ME, mine | {"opened": "1234"}).status_code == 422


def test_many_forms_from_one_address_are_stopped(client, mine):
    for n in range(20):
        client.post(ME, mine | {"key": f"k{n}"})
    answer = client.post(ME, mine | {"key": "more"})

    assert answer.status_code == 422
    assert "Too many" in answer.text
    assert Referral.objects.count() == 20


def test_the_page_says_nothing_of_prison_in_its_address_or_title(client):
    for url in (ME, SOMEBODY, THANKS):
        page = client.get(url)
        assert page.status_code == 200
        assert "prison" not in url + page.text.split("</title>")[0].lower()
