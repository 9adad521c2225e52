"""News: a list by day, a page for each, and a feed that leaves out what is not for everybody."""

import json
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale

from pages import content
from pages.actions import shipped
from pages.models import GuidePage, HomePage, NewsIndexPage, NewsPage
from tests.conftest import NOW
from tests.factories.pages import SHIPPED
from tests.pages.conftest import WORDS
from tests.pages.test_heads import data_of
from tests.pages.test_packs import text_of

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SOURCE = {"type": "other", "value": {"title": "A report", "publisher": "Durham County Council", "published": "2024"}}


@pytest.fixture
def news(site_pages) -> NewsIndexPage:
    """An empty list of news, at /news/."""
    page = NewsIndexPage(title="News", slug="news", summary="What is new.", locale=Locale.get_active())
    made = HomePage.objects.get(slug=site_pages.slug).add_child(instance=page)
    made.save_revision().publish()
    return NewsIndexPage.objects.get()


@pytest.fixture
def make_item(news):
    def make(title="A new sheet", **changes) -> NewsPage:
        values = {
            "summary": "There is a new sheet.", "day": date(2026, 11, 20), "checked_on": date(2026, 11, 20),
            "topic": "site", "body": json.dumps([WORDS]), "locale": Locale.get_active(), **changes,
        }  # fmt: skip
        page = news.add_child(instance=NewsPage(title=title, **values))
        page.save_revision().publish()
        return NewsPage.objects.get(pk=page.pk)

    return make


def feed_of(client, address="/news/feed/"):
    return ET.fromstring(client.get(address).content)


def titles(feed):
    return [one.text for one in feed.findall("a:entry/a:title", ATOM)]


def test_the_newest_is_first(client, make_item):
    make_item("Older", day=date(2026, 11, 1))
    make_item("Newer", day=date(2026, 11, 25))
    text = client.get("/news/").content.decode()

    assert text.index("Newer") < text.index("Older")
    assert "25 November 2026" in text
    assert 'rel="alternate"' in text
    assert f'href="{settings.PUBLIC_BASE_URL}/news/feed/"' in text


def test_an_empty_list_says_so(client, news):
    assert "There is no news yet." in client.get("/news/").content.decode()


def test_a_long_list_has_pages_and_years_that_are_links(client, make_item):
    for n in range(12):
        make_item(f"Item {n}", day=date(2026, 11, 1 + n))
    make_item("Last year", day=date(2025, 3, 1))
    first, second = (client.get(address).content.decode() for address in ("/news/", "/news/page/2/"))

    assert first.count('<li class="card">') == 10
    assert 'href="/news/page/2/"' in first
    assert "Last year" in second
    assert "Page 2 of 2" in second
    assert 'href="/news/" rel="prev"' in second.replace("\n", "")
    assert f'<link rel="canonical" href="{settings.PUBLIC_BASE_URL}/news/page/2/">' in second
    old = client.get("/news/2025/").content.decode()
    assert "Last year" in old
    assert "Item 1" not in old


@pytest.mark.parametrize(
    "rest", ["page/0/", "page/2/", "page/99999999999999999999/", "2024/", "999999999999/", "2026/page/2/", "page/x/"]
)
def test_a_page_of_the_list_that_there_is_not_is_nowhere(client, make_item, rest):
    make_item()
    assert client.get(f"/news/{rest}").status_code == 404


def test_what_it_says_is_on_its_page_with_its_day_and_its_sources(client, make_item):
    make_item(topic="council", sources=json.dumps([SOURCE]))
    text = client.get("/news/a-new-sheet/").content.decode()

    assert "20 November 2026" in text
    assert "Durham County Council" in text
    assert 'href="/news/"' in text
    assert data_of(client, "/news/a-new-sheet/")[0]["@type"] == "NewsArticle"
    assert len(text.encode()) < 50_000
    assert "/news/a-new-sheet/" in client.get("/sitemap.xml").content.decode()


@pytest.mark.parametrize(("changes", "field"), [
    ({"day": None}, "day"), ({"topic": ""}, "topic"), ({"body": "[]"}, "body"), ({"checked_on": None}, "checked_on"),
    ({"topic": "council"}, "sources"), ({"slug": "feed"}, "slug"), ({"slug": "2026"}, "slug"),
])  # fmt: skip
def test_it_goes_to_readers_only_with_all_that_they_need(make_item, changes, field):
    with pytest.raises(ValidationError) as wrong:
        make_item(**changes)
    assert field in wrong.value.message_dict


def test_the_feed_has_all_that_atom_asks_for(client, make_item):
    item = make_item("Tea & <sympathy>", slug="tea", summary="More & <more>.")
    got = client.get("/news/feed/")
    feed = ET.fromstring(got.content)
    entry = feed.find("a:entry", ATOM)

    assert got["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert dict(got.cookies) == {}
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en-GB"
    for name in ("title", "id", "updated", "author/a:name"):
        assert feed.findtext(f"a:{name}", namespaces=ATOM), name
    for name in ("title", "id", "updated", "published", "summary"):
        assert entry.findtext(f"a:{name}", namespaces=ATOM), name
    assert titles(feed) == ["Tea & <sympathy>"]
    assert entry.findtext("a:summary", namespaces=ATOM) == "More &amp; &lt;more&gt;."
    links = [link.get("href") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert links and all(link.startswith(f"{settings.PUBLIC_BASE_URL}/news/") for link in links)
    assert datetime.fromisoformat(entry.findtext("a:updated", namespaces=ATOM)) == item.last_published_at
    assert "<img" not in got.content.decode()


def test_an_entry_is_known_by_the_same_name_whatever_its_address(client, make_item):
    item = make_item()
    before = feed_of(client).findtext("a:entry/a:id", namespaces=ATOM)
    item.slug = "elsewhere"
    item.save_revision().publish()
    after = feed_of(client)

    assert before == after.findtext("a:entry/a:id", namespaces=ATOM)
    assert before.startswith("tag:")
    assert after.find("a:entry/a:link", ATOM).get("href").endswith("/news/elsewhere/")


def test_the_feed_leaves_out_what_is_not_for_everybody(client, make_item):
    make_item("Open")
    make_item("Closed").view_restrictions.create(restriction_type="login")
    make_item("Quiet", sensitive=True, seo_title="Something")
    make_item("Gone", expire_at=timezone.now() + timedelta(days=1))
    NewsPage.objects.filter(title="Gone").update(expire_at=datetime(2026, 1, 1, tzinfo=UTC))
    make_item("Draft").unpublish()

    assert titles(feed_of(client, "/news/feed/?now")) == ["Open"]
    text = client.get("/news/?now").content.decode()
    assert "Quiet" in text
    assert not [title for title in ("Closed", "Gone", "Draft") if title in text]


def test_a_list_that_gives_its_readers_away_has_no_feed(client, news):
    NewsIndexPage.objects.update(sensitive=True, seo_title="Notes")

    assert client.get("/news/feed/").status_code == 404
    assert "application/atom+xml" not in client.get("/news/").content.decode()


def test_a_program_that_has_the_feed_is_told_so_until_it_changes(client, make_item):
    item = make_item()
    mark = client.get("/news/feed/")["ETag"]
    assert client.get("/news/feed/", headers={"If-None-Match": mark}).status_code == 304
    item.title = "Another"
    item.save_revision().publish()

    assert titles(ET.fromstring(client.get("/news/feed/", headers={"If-None-Match": mark}).content)) == ["Another"]


def test_an_empty_feed_is_the_same_each_time(client, news):
    first, again = (client.get(f"/news/feed/?{n}").content for n in range(2))
    assert first == again


@pytest.mark.parametrize("address", ["/news/", "/news/feed/"])
def test_the_list_and_its_feed_cost_the_same_however_long(client, make_item, address):
    spent = []
    for n in range(8):
        make_item(f"Item {n}")
        client.get(f"{address}?once")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"{address}?twice")
        spent.append(len(asked))

    assert len(set(spent)) == 1
    assert spent[0] <= 15


def test_the_foot_of_each_page_leads_to_it(client, news):
    assert 'href="/news/"' in client.get("/privacy/").content.decode()


def test_it_goes_into_a_pack_under_its_day(client, make_item):
    item = make_item(topic="council", sources=json.dumps([SOURCE]))
    guide = GuidePage.objects.live().first()
    assert "A new sheet" in client.get("/packs/").content.decode()
    _, text = text_of(client.post("/packs/", {"guides": [guide.pk], "news": [item.pk], "size": "plain"}))

    assert "A new sheet" in text
    assert "20 November 2026" in text
    assert "Durham County Council" in text
    item.unpublish()
    refused = client.post("/packs/", {"guides": [guide.pk], "news": [item.pk], "size": "plain"})
    assert refused.status_code == 200
    assert "A new sheet" not in text_of(refused)[1]


def test_welsh_news_has_a_list_and_a_feed_of_its_own(client, make_item, news):
    few = [page for page in content.SHIPPED if page.key == "cy-home"]
    shipped.place(pages=[*SHIPPED, *few], by=None, at=NOW)
    make_item("In English")
    cy = Locale.objects.get(language_code="cy")
    index = HomePage.objects.get(locale=cy).add_child(
        instance=NewsIndexPage(
            title="Newyddion",
            slug="newyddion",
            summary="Beth sy’n newydd.",
            locale=cy,
            translation_key=news.translation_key,
        )
    )
    index.save_revision().publish()
    item = index.add_child(
        instance=NewsPage(
            title="Taflen newydd", summary="Mae taflen.", day=date(2026, 11, 21), topic="site", locale=cy,
            checked_on=date(2026, 11, 20), body=json.dumps([{"type": "paragraph", "value": "<p>Dyma hi.</p>"}]),
        )
    )  # fmt: skip
    item.save_revision().publish()
    feed = feed_of(client, "/cy/newyddion/feed/")
    text = client.get("/cy/newyddion/").content.decode()

    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "cy"
    assert titles(feed) == ["Taflen newydd"]
    assert titles(feed_of(client)) == ["In English"]
    assert f'href="{settings.PUBLIC_BASE_URL}/cy/newyddion/feed/"' in text
    assert "21 Tachwedd 2026" in text
    assert "Y diweddaraf yn gyntaf" in text
    assert 'href="/cy/newyddion/"' in text
