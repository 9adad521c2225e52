import re

import pytest
from django.conf import settings
from wagtail.models import Locale, Page, Site

from audit.models import Entry
from pages.models import GuidePage, HomePage
from tests.factories.pages import SHIPPED, load_few

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/",
    "/help/",
    "/help/your-history/",
    "/help/personal-adviser/",
    "/help/asking-from-inside/",
    "/help/for-staff/",
    "/accessibility/",
    "/privacy/",
    "/contact/",
    "/ask-for-a-mentor/",
    "/become-a-mentor/",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_can_open_every_page_that_comes_with_alongside(client, site_pages, address):
    response = client.get(address)

    assert response.status_code == 200
    assert len(response.content) < 50_000


def test_every_link_of_theirs_within_the_house_leads_somewhere(client, site_pages):
    links = {link for page in SHIPPED for link in re.findall(r'href="(/[^"]*)"', str(page.body))}

    assert "/getting-in-touch/mentor/" in links
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_every_guide_names_its_sources_and_its_nation(site_pages):
    for guide in GuidePage.objects.all():
        assert guide.missing() == {}
        assert guide.checked_on.year == 2026
        assert len(guide.sources) >= 5


def test_loading_twice_changes_nothing(site_pages):
    before = list(Page.objects.values_list("pk", "latest_revision_id"))

    assert load_few() == []
    assert list(Page.objects.values_list("pk", "latest_revision_id")) == before


def test_what_an_editor_changed_stays(site_pages):
    guide = GuidePage.objects.get(slug="your-history")
    guide.title = "In our own words"
    guide.save_revision().publish()

    load_few()

    assert GuidePage.objects.get(slug="your-history").title == "In our own words"


def test_what_an_editor_took_away_stays_away(site_pages):
    Page.objects.get(slug="for-staff").delete()
    Page.objects.get(slug="help").delete()

    assert load_few() == []
    assert not Page.objects.filter(slug__in=["help", "for-staff"]).exists()


def test_wagtails_own_first_page_makes_room(site_pages):
    assert Site.objects.get().root_page.specific == site_pages
    assert [page.specific_class for page in Page.objects.filter(depth=2)] == [HomePage]


def test_welsh_is_ready_to_be_written(client, site_pages):
    home = site_pages.copy_for_translation(Locale.objects.get(language_code="cy"))
    home.title = "Rhywun sydd wedi bod yno"
    home.save_revision().publish()

    welsh, english = client.get("/cy/").content.decode(), client.get("/").content.decode()

    assert '<html lang="cy">' in welsh
    assert 'hreflang="cy"' in english
    assert f'href="{settings.PUBLIC_BASE_URL}/cy/"' in english
    assert 'hreflang="en-gb"' in welsh
    assert f'href="{settings.PUBLIC_BASE_URL}/"' in welsh


def test_an_english_page_asked_for_in_welsh_sends_the_reader_to_its_own_address(client, site_pages):
    response = client.get("/cy/help/")

    assert (response.status_code, response["Location"]) == (302, "/help/")


def test_the_trail_says_what_was_put_in_place(site_pages):
    entry = Entry.objects.get(verb="pages.shipped.loaded")

    assert len(entry.detail["pages"]) == len(SHIPPED)


@pytest.mark.parametrize("turn", range(3))
def test_each_test_finds_the_few_untouched(site_pages, turn):
    assert Page.objects.filter(title="Changed").count() == 0

    assert Page.objects.update(title="Changed") > len(SHIPPED)


def test_a_test_that_asks_for_no_pages_finds_none():
    assert not HomePage.objects.exists()
