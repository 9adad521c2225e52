import pytest
import time_machine

from pages.models import GuidePage
from tests.pages.test_content import ADDRESSES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_costs_little_to_make_and_nothing_to_give_again(
    client, site_pages, address, django_assert_max_num_queries
):
    client.get("/search/?q=")  # the kinds of records are known once for each process
    client.get(address + "?once")
    with django_assert_max_num_queries(10):
        first = client.get(address)
    with django_assert_max_num_queries(0):
        again = client.get(address)

    assert again.content == first.content
    assert again["Cache-Control"] == "public, max-age=60"


def test_a_minute_later_a_change_is_seen(client, site_pages, make_guide, time_machine_now):
    client.get("/help/")
    make_guide("Something new").save_revision().publish()

    assert "Something new" not in client.get("/help/").content.decode()
    time_machine_now.shift(61)
    assert "Something new" in client.get("/help/").content.decode()


@pytest.fixture
def time_machine_now():
    with time_machine.travel("2026-11-22T09:30:00Z", tick=False) as traveller:
        yield traveller


def test_somebody_signed_in_gets_a_page_of_their_own(client, site_pages, rosa):
    client.get("/help/")
    client.force_login(rosa)

    response = client.get("/help/")

    assert response["Cache-Control"] == "no-store"
    client.logout()
    assert "Sign in" in client.get("/help/").content.decode()


def test_a_question_goes_the_long_way_round(client, site_pages):
    response = client.get("/help/?x=1")

    assert "Cache-Control" not in response


def test_what_is_not_found_is_not_kept(client, site_pages, make_guide):
    assert client.get("/help/letters/").status_code == 404
    make_guide().save_revision().publish()

    assert client.get("/help/letters/").status_code == 200


def test_a_page_behind_a_lock_is_not_kept(client, site_pages, rosa):
    GuidePage.objects.get(slug="for-staff").view_restrictions.create(restriction_type="login")

    assert client.get("/help/for-staff/").status_code == 302
    client.force_login(rosa)
    assert client.get("/help/for-staff/").status_code == 200
    client.logout()
    assert client.get("/help/for-staff/").status_code == 302


def test_pages_set_no_cookie(client, site_pages):
    for address in ADDRESSES:
        assert not client.get(address).cookies
