"""An address that was printed or sent goes on leading to its page, when the page is renamed or moved."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from pages import links
from pages.models import GuidePage, HomePage
from pages.rules.numbers import number_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Gives a page another address. Wagtail makes the redirect once that is committed."""

    def act(page, slug):
        page = Page.objects.get(pk=page.pk).specific
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return act


def led(client, address):
    """The status, and where it leads."""
    response = client.get(address)
    assert not response.cookies
    return response.status_code, response.get("Location", "")


def test_a_renamed_page_is_found_at_its_old_address(client, make_guide, rename):
    rename(make_guide("Letters"), "post")

    assert led(client, "/help/letters/") == (301, "/help/post/")
    assert led(client, "/help/letters") == (301, "/help/post/")
    assert led(client, "/help/post/") == (200, "")


def test_renamed_again_and_back_it_leads_there_in_one_step_and_never_round(client, make_guide, rename):
    page = make_guide("Letters")
    for slug in ("post", "mail", "letters"):
        rename(page, slug)

    assert led(client, "/help/letters/") == (200, "")
    assert led(client, "/help/post/") == (301, "/help/letters/")
    assert led(client, "/help/mail/") == (301, "/help/letters/")


def test_an_old_address_that_a_new_page_takes_is_the_new_pages(client, make_guide, rename):
    rename(make_guide("Letters"), "post")
    make_guide("Letters")

    assert led(client, "/help/letters/") == (200, "")


def test_all_that_stands_below_a_renamed_or_moved_page_is_found(client, site_pages, make_guide, rename):
    guide = make_guide("Letters")
    rename(guide.get_parent(), "rights")
    assert led(client, "/help/letters/") == (301, "/rights/letters/")
    assert led(client, "/help/") == (301, "/rights/")

    other = site_pages.add_child(instance=type(guide.get_parent().specific)(title="More", summary="More.", live=True))
    Page.objects.get(pk=guide.pk).move(Page.objects.get(pk=other.pk), pos="last-child")

    assert led(client, "/rights/letters/") == (301, "/more/letters/")
    assert led(client, "/help/letters/") == (301, "/more/letters/")


def test_the_other_ways_to_read_a_renamed_guide_are_found(client, make_guide, rename):
    rename(make_guide("Letters"), "post")

    for way in ("large-print/", "read-aloud/"):
        assert led(client, f"/help/post/{way}")[0] == 200
        assert led(client, f"/help/letters/{way}") == (301, f"/help/post/{way}")


def test_a_welsh_page_leads_on_in_welsh(client, site_pages, make_guide, rename):
    welsh = Locale.objects.get(language_code="cy")
    guide = make_guide("Letters")
    home = site_pages.get_translation_or_none(welsh) or site_pages.copy_for_translation(welsh)
    copied = guide.copy_for_translation(welsh, copy_parents=True)
    Page.objects.filter(pk__in=[home.pk, copied.pk, copied.get_parent().pk]).update(live=True)
    copied = Page.objects.get(pk=copied.pk)
    old = copied.url
    rename(copied, "llythyrau")
    new = Page.objects.get(pk=copied.pk).url

    assert new.startswith("/cy/")
    assert new != old
    assert led(client, old) == (301, new)
    assert led(client, "/help/letters/") == (200, "")


def test_the_number_on_paper_outlives_its_address(client, make_guide, rename):
    page = make_guide("Letters")
    rename(page, "post")

    assert client.get(f"/feedback/?number={number_of(page.pk)}").status_code == 302
    assert led(client, f"/feedback/{number_of(page.pk)}/")[0] == 200


def test_a_page_that_was_taken_down_leads_nowhere_and_not_round(client, make_guide, rename):
    page = make_guide("Letters")
    rename(page, "post")
    GuidePage.objects.get(pk=page.pk).unpublish()

    status, where = led(client, "/help/letters/")
    assert status in (301, 404)
    assert status == 404 or led(client, where)[0] == 404


@pytest.mark.parametrize(("pairs", "told"), [
    ([("/a", "/b"), ("/b", "/a")], ["/a leads round in a circle.", "/b leads round in a circle."]),
    ([("/a", "/a/")], ["/a leads round in a circle."]),
    ([("/a", "/b"), ("/b", "/help/")], []),
    ([("/a", "/nowhere/")], ["/a leads nowhere."]),
    ([("/a", "https://example.org/")], []),
])  # fmt: skip
def test_editors_are_told_of_a_redirect_that_leads_nowhere_or_round(site_pages, pairs, told):
    for old, new in pairs:
        Redirect.objects.create(old_path=old, redirect_link=new)

    assert sorted(one.why for one in links.broken() if one.title == "A redirect") == told


def test_editors_are_told_of_a_redirect_to_a_page_that_is_gone(site_pages, make_guide, rename):
    page = make_guide("Letters")
    rename(page, "post")
    assert HomePage.objects.exists()
    assert [one.why for one in links.broken() if one.title == "A redirect"] == []

    GuidePage.objects.get(pk=page.pk).unpublish()

    assert "/help/letters leads to a page that readers cannot open." in [one.why for one in links.broken()]
