import contextlib
import gzip

import pytest
import time_machine
from django.db import transaction
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import resolve

from pages.caching import kept_for_visitors, purge
from pages.middleware import NoReferrer
from pages.models import GuidePage, PurgeMark
from places.actions import offers
from tests.conftest import NOW
from tests.factories.places import council
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
    guide = make_guide("Letters")
    client.get("/help/")
    GuidePage.objects.filter(pk=guide.pk).update(title="Something new")  # nobody is told of that

    assert "Something new" not in client.get("/help/").content.decode()
    time_machine_now.shift(61)
    assert "Something new" in client.get("/help/").content.decode()


@pytest.fixture
def time_machine_now():
    with time_machine.travel("2026-11-22T09:30:00Z", tick=False) as traveller:
        yield traveller


def test_a_purge_is_seen_at_once(client, site_pages, make_guide):
    guide = make_guide("Letters")
    client.get("/help/")
    GuidePage.objects.filter(pk=guide.pk).update(title="Something new")  # nobody is told of that
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


def test_what_is_published_moved_or_taken_down_is_seen_at_once(client, site_pages, make_guide):
    client.get("/help/")
    guide = make_guide("Letters")
    guide.save_revision().publish()
    assert "Letters" in client.get("/help/").content.decode()
    guide.refresh_from_db()
    guide.slug = "post"
    guide.save_revision().publish()
    assert "/help/post/" in client.get("/help/").content.decode()

    guide.unpublish()
    assert "Letters" not in client.get("/help/").content.decode()


def test_what_a_council_does_is_seen_at_once(client, rosa):
    leeds = council()
    address = f"/councils/{leeds.gss_code}/"
    client.get(address)
    offer = offers.put(
        council=leeds, topic="visits", seen=0, says="Two visits a year.", confidence="told", checked_on=NOW.date(),
        by=rosa, at=NOW,
    )  # fmt: skip
    assert "Two visits a year." in client.get(address).content.decode()
    offers.take_away(offer=offer, by=rosa, at=NOW)

    assert "Two visits a year." not in client.get(address).content.decode()


def test_a_reader_who_has_the_page_already_is_sent_no_second_one(client, site_pages):
    first = client.get("/help/")
    again = client.get("/help/", headers={"if-none-match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == "public, max-age=60"
    purge()
    make_changed = GuidePage.objects.filter(slug="personal-adviser").update(title="Other words")
    assert make_changed and client.get("/help/", headers={"if-none-match": first["ETag"]}).status_code == 200


def test_a_page_goes_out_squeezed_and_is_known_again(client, site_pages):
    takes = {"Accept-Encoding": "gzip, br"}
    whole = client.get("/help/")
    sent = client.get("/help/", headers=takes)
    again = client.get("/help/", headers=takes | {"If-None-Match": sent["ETag"]})

    assert sent["Content-Encoding"] == "gzip"
    assert gzip.decompress(sent.content) == whole.content
    assert len(sent.content) < len(whole.content) / 2
    assert "Accept-Encoding" in whole["Vary"]
    assert (again.status_code, again.content) == (304, b"")


def test_nothing_is_squeezed_for_somebody_signed_in_nor_where_a_cookie_is_given(client, site_pages, rosa):
    takes = {"Accept-Encoding": "gzip"}
    assert "Content-Encoding" not in client.get("/account/login/", headers=takes)
    client.force_login(rosa)
    assert "Content-Encoding" not in client.get("/help/", headers=takes)
    assert "Content-Encoding" not in client.get("/desk/", headers=takes)


def test_public_pages_tell_no_other_site_where_their_reader_was(client, site_pages):
    for address in ("/", "/help/personal-adviser/", "/help/personal-adviser/large-print/", "/search/", "/councils/"):
        assert client.get(address)["Referrer-Policy"] == "no-referrer", address


def test_a_page_whose_form_is_guarded_lets_our_own_site_be_told(rf, settings):
    """Without it browsers name no origin, and Django refuses the form."""

    def form(request):
        get_token(request)
        return HttpResponse()

    request = rf.get("/search/")
    request.resolver_match = resolve("/search/")
    guard, ours = "django.middleware.csrf.CsrfViewMiddleware", "pages.middleware.NoReferrer"

    assert "Referrer-Policy" not in NoReferrer(form)(request)
    assert settings.MIDDLEWARE.index(guard) < settings.MIDDLEWARE.index(ours)
