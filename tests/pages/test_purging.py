"""What editors change beside the words of a page is seen at once, too: no page that was kept before is given again."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from pages.models import ContactPoint, Download, GuidePage, Picture, PurgeMark

pytestmark = pytest.mark.django_db


@pytest.fixture
def mark(site_pages):
    """Answers whether all pages that were kept were let go since it was asked last."""
    last = [PurgeMark.objects.current()]

    def renewed():
        now = PurgeMark.objects.current()
        is_new, last[0] = now != last[0], now
        return is_new

    return renewed


def test_a_page_that_is_closed_to_some_is_given_to_nobody_from_what_was_kept(client, site_pages, rosa):
    page = GuidePage.objects.get(slug="for-staff")
    assert client.get("/help/for-staff/").status_code == 200

    closed = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get("/help/for-staff/").status_code == 302

    closed.delete()
    assert client.get("/help/for-staff/").status_code == 200


def test_a_lock_that_is_changed_is_heard_of(mark, site_pages):
    closed = PageViewRestriction.objects.create(page=site_pages, restriction_type="login")
    assert mark()
    closed.restriction_type, closed.password = "password", "a long and lovely password"
    closed.save()
    assert mark()


def test_a_contact_point_that_is_taken_away_is_gone_at_once(client, site_pages):
    assert "116 123" in client.get("/contacts/").content.decode()
    ContactPoint.objects.get(key="samaritans").delete()

    assert "116 123" not in client.get("/contacts/").content.decode()


def test_a_contact_point_that_is_published_is_heard_of(mark):
    ContactPoint.objects.get(key="samaritans").save_revision().publish()

    assert mark()


def test_where_the_site_stands_is_heard_of(mark):
    Site.objects.get().save()

    assert mark()


def test_a_picture_and_a_download_are_heard_of(mark):
    held = BytesIO()
    Image.new("RGB", (8, 8)).save(held, "PNG")
    picture = Picture.objects.create(title="A door", file=ImageFile(BytesIO(held.getvalue()), "door.png"))
    assert mark()
    picture.delete()
    assert mark()
    download = Download.objects.create(title="A form", file=ContentFile(b"x", "form.txt"))
    assert mark()
    download.delete()
    assert mark()


def test_pages_put_in_another_order_or_deleted_are_heard_of(mark, make_guide):
    first, second = make_guide("Letters"), make_guide("Visits")
    mark()
    Page.objects.get(pk=second.pk).move(Page.objects.get(pk=first.pk), pos="left")
    assert mark()
    Page.objects.get(pk=second.pk).delete()
    assert mark()


def test_a_redirect_is_seen_at_once_since_what_is_not_there_is_never_kept(client, site_pages):
    assert client.get("/old/").status_code == 404
    redirect = Redirect.objects.create(old_path="/old", redirect_link="/help/")
    assert client.get("/old/").status_code == 301
    redirect.delete()
    assert client.get("/old/").status_code == 404


def test_looking_at_a_page_lets_go_of_nothing(client, mark):
    client.get("/help/")

    assert not mark()
