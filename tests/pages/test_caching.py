import contextlib

import pytest
import time_machine
from django.db import transaction
from django.http import HttpResponse

from pages.caching import kept_for_visitors, purge
from pages.models import GuidePage, PurgeMark
from tests.pages.test_content import ADDRESSES

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_costs_little_to_make_and_one_look_at_the_mark_to_give_again(
    client, site_pages, address, django_assert_max_num_queries
):
    client.get("/search/?q=")  # the kinds of records are known once for each process
    client.get(address + "?once")
    with django_assert_max_num_queries(14):  # one of them for all contact points that it names
        first = client.get(address)
    with django_assert_max_num_queries(1):
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


def test_a_purge_is_seen_at_once(client, site_pages, make_guide):
    client.get("/help/")
    make_guide("Something new").save_revision().publish()
    assert "Something new" not in client.get("/help/").content.decode()

    purge()

    assert "Something new" in client.get("/help/").content.decode()


def test_a_page_that_was_being_made_when_the_purge_came_is_not_given_again(rf, site_pages):
    """Made from what stood before, and put on the shelf after it."""
    texts = iter(["taken back", "gone"])

    @kept_for_visitors
    def view(request):
        text = next(texts)
        purge()
        return HttpResponse(text)

    view(rf.get("/stories/one/"))

    assert view(rf.get("/stories/one/")).content == b"gone"


def test_a_purge_that_is_rolled_back_purges_nothing(site_pages):
    purge()
    mark = PurgeMark.objects.current()

    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        purge()
        raise ZeroDivisionError

    assert mark
    assert PurgeMark.objects.current() == mark


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
