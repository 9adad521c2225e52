"""What search engines are told, and whoever is sent a link: what helps to find a page, nothing of its readers."""

import json
import re
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from PIL import Image

from pages import content
from pages.actions import shipped
from pages.models import GuidePage
from tests.conftest import NOW
from tests.factories.pages import SHIPPED
from tests.factories.places import council

pytestmark = pytest.mark.django_db
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
ADVISER = "/help/personal-adviser/"


def head_of(client, address):
    text = client.get(address).content.decode()
    return text[: text.index("</head>")]


def data_of(client, address):
    return [json.loads(found) for found in DATA.findall(head_of(client, address))]


def told(head, name):
    return re.findall(rf'<meta (?:name|property)="{name}"\s+content="([^"]*)"', head)


def test_the_front_door_says_who_we_are_and_how_to_search(client, site_pages):
    kinds = {thing["@type"]: thing for thing in data_of(client, "/")}

    assert kinds["Organization"]["name"] == "The Care Leavers’ Association"
    assert kinds["WebSite"]["potentialAction"]["target"]["urlTemplate"].endswith("/search/?q={search_term_string}")
    assert "BreadcrumbList" not in kinds


def test_a_guide_says_where_it_stands_and_when_it_changed(client, site_pages):
    article, way = data_of(client, ADVISER)

    assert article["@type"] == "Article"
    assert article["inLanguage"] == "en-GB"
    assert datetime.fromisoformat(article["dateModified"]) <= datetime.now(UTC)
    assert [place["name"] for place in way["itemListElement"]][1:] == [
        "Help and rights",
        "Your personal adviser until 25",
    ]
    assert way["itemListElement"][-1]["item"] == f"{settings.PUBLIC_BASE_URL}{ADVISER}"


def test_a_guide_whose_law_nobody_has_read_does_not_say_that_it_was_reviewed(client, make_guide):
    make_guide("Waits", awaits_reading=True)
    make_guide("Read")

    assert "lastReviewed" not in head_of(client, "/help/waits/")
    assert data_of(client, "/help/read/")[0]["mainEntityOfPage"]["lastReviewed"] == "2026-11-01"


def test_no_text_ends_the_data_before_its_end(client, make_guide):
    make_guide("Ends </script><script>alert(1)</script> & more", slug="ends", summary='"</ScRiPt>')

    head = head_of(client, "/help/ends/")
    assert "<script>alert" not in head
    assert "</ScRiPt>" not in head
    assert data_of(client, "/help/ends/")[0]["headline"].startswith("Ends </script>")


def test_a_link_shows_the_title_and_our_own_picture(client, site_pages):
    head = head_of(client, ADVISER)

    assert told(head, "og:title") == ["Your personal adviser until 25"]
    assert told(head, "og:url") == [f"{settings.PUBLIC_BASE_URL}{ADVISER}"]
    assert told(head, "og:image") == [f"{settings.PUBLIC_BASE_URL}/static/img/card.png"]
    assert told(head, "twitter:card") == ["summary"]
    with Image.open("static/img/card.png") as picture:
        assert picture.size == (1200, 630)


@pytest.mark.parametrize("form", ["large-print/", "read-aloud/"])
def test_other_formats_of_a_guide_name_the_guide(client, site_pages, form):
    assert f'<link rel="canonical" href="{settings.PUBLIC_BASE_URL}{ADVISER}">' in head_of(client, ADVISER + form)


@pytest.fixture
def welsh(site_pages):
    """The Welsh front door and list of guides."""
    few = [page for page in content.SHIPPED if page.key in {"cy-home", "cy-help"}]
    shipped.place(pages=[*SHIPPED, *few], by=None, at=NOW)


@pytest.mark.parametrize("address", ["/", "/cy/"])
def test_each_language_names_both_and_english_for_everybody_else(client, welsh, address):
    found = re.findall(r'rel="alternate"\s+hreflang="([\w-]+)"\s+href="([^"]+)"', head_of(client, address))
    base = settings.PUBLIC_BASE_URL

    assert found == [("cy", f"{base}/cy/"), ("en-GB", f"{base}/"), ("x-default", f"{base}/")]
    assert told(head_of(client, "/cy/"), "og:locale") == ["cy_GB"]


def test_a_page_that_gives_its_reader_away_tells_its_tab_title_and_no_more(client, make_guide):
    make_guide("After prison", seo_title="What comes next", slug="next", sensitive=True)

    head = head_of(client, "/help/next/")
    assert told(head, "robots") == ["noindex"]
    assert told(head, "og:title") == ["What comes next"]
    assert told(head, "description") == told(head, "og:description") == data_of(client, "/help/next/") == []
    assert "prison" not in head.replace("/help/next/", "")


def test_a_page_that_gives_its_reader_away_needs_a_title_that_does_not(make_guide):
    with pytest.raises(ValidationError, match="title in the browser tab"):
        make_guide("After prison", sensitive=True)


def test_nothing_is_told_of_a_draft(client, make_guide, evie):
    guide = make_guide("Letters", live=False)
    guide.save_revision(user=evie)

    assert "og:" not in guide.make_preview_request().content.decode()


@pytest.mark.parametrize("address", ["/contacts/", "/getting-in-touch/", "/getting-in-touch/ask/"])
def test_pages_that_no_editor_wrote_say_what_they_are_for(client, site_pages, address):
    head = head_of(client, address)

    assert f'<link rel="canonical" href="{settings.PUBLIC_BASE_URL}{address}">' in head
    assert len(told(head, "description")[0]) > 30


def test_the_sitemap_names_languages_days_and_what_can_be_worked_out(client, welsh):
    lcc = council()
    text = client.get("/sitemap.xml").content.decode()
    base = settings.PUBLIC_BASE_URL

    assert f'<xhtml:link rel="alternate" hreflang="cy" href="{base}/cy/"/>' in text
    assert text.count("<lastmod>") >= len(SHIPPED)
    for address in ("/check/help/", "/contacts/", "/getting-in-touch/"):
        assert f"<loc>{base}{address}</loc>" in text
    assert f"<loc>{base}/councils/{lcc.gss_code}/</loc>" in text


def test_the_sitemap_leaves_out_what_gives_a_reader_away_and_all_below_it(client, site_pages):
    GuidePage.objects.filter(slug="personal-adviser").update(sensitive=True)

    assert "personal-adviser" not in client.get("/sitemap.xml").content.decode()


def test_the_sitemap_asks_no_more_for_more_pages(client, make_guide, django_assert_max_num_queries):
    for n in range(5):
        make_guide(f"Letters {n}")

    client.get("/sitemap.xml?once")
    with django_assert_max_num_queries(12):
        client.get("/sitemap.xml?twice")
