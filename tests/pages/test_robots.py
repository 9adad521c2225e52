import pytest
from django.conf import settings

from pages.models import GuidePage
from pages.views.robots import CLOSED
from tests.house.survey import doors, is_ours
from tests.pages.test_content import ADDRESSES

pytestmark = pytest.mark.django_db


def test_search_engines_are_told_what_is_closed(client, db):
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /people/\n" in text
    assert f"Sitemap: {settings.PUBLIC_BASE_URL}/sitemap.xml" in text


def test_every_part_of_the_house_that_is_not_public_is_closed():
    public = {
        "check",
        "contacts",
        "councils",
        "feedback",
        "getting-in-touch",
        "packs",
        "pictures",
        "downloads",
        "robots.txt",
        "sitemap.xml",
        "stories",
        "tools",
        "_util",
    }
    parts = {path.split("/")[0] for _, path, view in doors() if is_ours(view)} - public

    assert {part for part in parts if not part.startswith("^")} - set(CLOSED) == set()


def test_the_sitemap_lists_the_live_public_pages(client, site_pages):
    GuidePage.objects.filter(slug="for-staff").update(live=False)

    text = client.get("/sitemap.xml").content.decode()

    for address in set(ADDRESSES) - {"/help/for-staff/"}:
        assert f"<loc>{settings.PUBLIC_BASE_URL}{address}</loc>" in text
    assert "for-staff" not in text
