"""Links: which lead nowhere, which lead out and who looked, and who links to a page before it goes away."""

import json
import time

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex

from audit.models import Event
from pages import links
from pages.actions import links as actions
from pages.models import ContactPoint, GuidePage, LinkCheck
from pages.rules.links import Kind, Known, Link, anchors_of, key_of, links_of, order_of, why_broken
from places.models import Offer

pytestmark = pytest.mark.django_db
OUT = "https://www.example.org/care?a=1&b=2"
HEADING = {"type": "heading", "value": "Visits", "id": "7a0c1d52-0000-4000-8000-000000000001"}


def text(html, kind="paragraph"):
    return {"type": kind, "value": html, "id": "0a0c1d52-0000-4000-8000-000000000002"}


def cards(*pages):
    items = [{"type": "item", "value": {"page": pk, "says": ""}, "id": str(pk)} for pk in pages]
    return {"type": "doors", "value": items, "id": "0a0c1d52-0000-4000-8000-000000000003"}


@pytest.fixture
def make(make_guide):
    """A live guide with these blocks, whatever the checks would say of them: a link breaks long after they passed."""

    def guide(title, *blocks):
        page = make_guide(title, live=False, body=json.dumps([text("<p>Words.</p>"), *blocks]))
        Page.objects.filter(pk=page.pk).update(live=True)
        return page

    return guide


def told(title):
    return [one.why for one in links.broken() if one.title == title]


def test_what_comes_with_us_leads_somewhere(site_pages):
    assert [(one.title, one.why) for one in links.broken() if not one.why.startswith("/")] == []


def test_a_link_is_found_wherever_it_stands():
    inner = '<p><a linktype="page" id="5">x</a> <a href="/a/#b">y</a> <a href="mailto:a@example.org">z</a></p>'
    blocks = [
        text(inner), text(f'<a href="{OUT.replace("&", "&amp;")}">out</a>'), cards(9),
        {"type": "care_card", "id": "c", "value": {"title": "T", "body": '<a linktype="document" id="3">f</a>'}},
        {"type": "helpline", "id": "h", "value": {"contact": "samaritans", "title": "", "body": ""}},
        {"type": "law", "id": "l", "value": {"statute": "S", "address": "https://example.org/law", "says": ""}},
        {"type": "media", "id": "m", "value": {"file": 4, "minutes": 12}},
    ]  # fmt: skip

    assert [(one.kind, one.target) for one in links_of(blocks)] == [
        (Kind.PAGE, "5"), (Kind.ADDRESS, "/a/#b"), (Kind.OUTSIDE, OUT), (Kind.PAGE, "9"), (Kind.FILE, "3"),
        (Kind.CONTACT, "samaritans"), (Kind.OUTSIDE, "https://example.org/law"), (Kind.FILE, "4"),
    ]  # fmt: skip


@pytest.mark.parametrize(("link", "says"), [
    (Link(Kind.PAGE, "1"), ""), (Link(Kind.PAGE, "2"), "readers cannot open"),
    (Link(Kind.ADDRESS, "/a/"), ""), (Link(Kind.ADDRESS, "/a"), ""), (Link(Kind.ADDRESS, "/a/?x=1#part-h"), ""),
    (Link(Kind.ADDRESS, "/a/#part-gone"), "no “#part-gone”"), (Link(Kind.ADDRESS, "#part-h"), ""),
    (Link(Kind.ADDRESS, "#nothing"), "no “#nothing”"), (Link(Kind.ADDRESS, "/b/"), "/b/ leads nowhere"),
    (Link(Kind.ADDRESS, "/door/#x"), ""), (Link(Kind.CONTACT, "old"), "“old” is no longer there"),
    (Link(Kind.CONTACT, "line"), ""), (Link(Kind.FILE, "8"), "no longer there"), (Link(Kind.FILE, "7"), ""),
    (Link(Kind.OUTSIDE, OUT), ""),
])  # fmt: skip
def test_a_link_that_leads_nowhere_says_why(link, says):
    known = Known(
        anchors={1: anchors_of([{"type": "heading", "id": "h", "value": "H"}])}, addresses={"/a/": 1},
        leads=lambda address: address == "/door/", contacts=frozenset({"line"}), files=frozenset({7}),
    )  # fmt: skip

    found = why_broken(link, known=known, on=1)

    assert says in found
    assert bool(found) == bool(says)


def test_editors_see_each_link_that_leads_nowhere_and_where_to_change_it(desk, make):
    gone = make("Gone")
    page = make(
        "Letters", text('<a href="/help/nowhere/">a</a> <a href="/contacts/">b</a>'),
        text('<a href="/help/letters/#part-x">c</a>'),
        text(f'<a linktype="page" id="{gone.pk}">d</a>'), cards(gone.pk, 99_999),
    )  # fmt: skip
    Page.objects.get(pk=gone.pk).specific.unpublish()

    found = desk["evie"].get("/editing/links/").content.decode()

    assert "/help/nowhere/ leads nowhere." in found
    assert "/contacts/" not in found.split("<tbody>")[1]
    assert "There is no “#part-x”" in found
    assert told("Letters").count("It leads to a page that readers cannot open.") == 3
    assert f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#block-{text('')['id']}-section" in found


def test_a_part_of_a_page_a_redirect_and_a_welsh_page_are_there(make):
    make("Letters", HEADING)
    Redirect.objects.create(old_path="/old-letters", redirect_link="/help/letters/")
    make("Visits", text(
        f'<a href="/help/letters/#part-{HEADING["id"]}">a</a> <a href="/old-letters/">b</a> <a href="/help">c</a>'
    ))  # fmt: skip

    assert told("Visits") == []


def test_a_contact_point_that_was_taken_away_is_told(make):
    ContactPoint.objects.filter(key="samaritans").delete()
    make("Letters", {"type": "helpline", "id": "h", "value": {"contact": "samaritans", "title": "", "body": ""}})

    assert told("Letters") == ["The contact point “samaritans” is no longer there."]


def test_drafts_are_not_looked_at(make_guide):
    make_guide("Letters", live=False, body=json.dumps([text('<a href="/help/nowhere/">a</a>')]))

    assert told("Letters") == []


def test_a_big_site_is_walked_while_somebody_waits(make, django_assert_max_num_queries):
    first = make("Letters", *[text(f'<p>{"Words. " * 80}<a href="/help/letters/">a</a></p>') for _ in range(30)])
    blocks = GuidePage.objects.get(pk=first.pk).body.raw_data
    spot = links.Spot(first.pk, "Letters", list(blocks))
    known = links.known([spot])

    began = time.perf_counter()
    for _ in range(500):
        assert not any(why_broken(link, known=known, on=first.pk) for link in links_of(spot.blocks))
    assert time.perf_counter() - began < 3  # on a busy machine; about a fifth of that by itself

    with django_assert_max_num_queries(10):
        links.broken()


def test_each_address_outside_is_listed_once_with_its_pages(desk, make, leeds):
    make("Letters", text(f'<a href="{OUT}">a</a> <a href="{OUT}">b</a>'))
    make("Visits", text(f'<a href="{OUT}">a</a>'))
    Offer.objects.create(
        council=leeds.authority, topic="visits", says="They visit.", confidence="told", checked_on="2026-11-01",
        source="Its website, https://leeds.example.org/offer",
    )  # fmt: skip

    found = {one.address: list(one.spots) for one in links.outside()}
    page = desk["evie"].get("/editing/links/out/").content.decode()
    file = desk["evie"].get("/editing/links/out/all.csv").getvalue().decode()

    assert found[OUT] == ["Letters", "Visits"]
    assert found["https://leeds.example.org/offer"] == [leeds.authority.name]
    assert any(ContactPoint.objects.filter(web=address).exists() for address in found)
    assert page.count(OUT.replace("&", "&amp;")) == 1
    assert f"{OUT},Letters; Visits,,," in file


def check(address=OUT):
    return reverse("pages:links-check", args=[key_of(address)])


def test_whoever_looked_is_written_down_and_the_oldest_look_comes_first(desk, make):
    make("Letters", text(f'<a href="{OUT}">a</a> <a href="https://a.example.org">b</a>'))

    assert desk["evie"].post(check(), {"outcome": "moved"}).status_code == 302

    assert [one.address for one in links.outside()][-1] == OUT
    assert order_of(None, "z") < order_of(timezone.localdate(), "a")
    assert "It leads somewhere else now" in desk["mo"].get("/editing/links/out/").content.decode()
    assert "Evie: It leads somewhere else now" in desk["mo"].get(check()).content.decode()
    (event,) = Event.objects.filter(verb="pages.link.checked")
    assert event.detail == {"outcome": "moved"}


@pytest.mark.parametrize("typed", [{}, {"outcome": "perhaps"}])
def test_a_look_says_what_was_found(desk, make, typed):
    make("Letters", text(f'<a href="{OUT}">a</a>'))

    assert desk["evie"].post(check(), typed).status_code == 422
    assert not LinkCheck.objects.exists()


def test_an_address_that_no_page_has_is_not_there(desk, make):
    assert desk["evie"].post(check("https://other.example.org"), {"outcome": "right"}).status_code == 404


def test_twice_a_day_is_one_look(evie):
    for _ in range(2):
        actions.check(address=OUT, outcome="right", by=evie, at=timezone.now())

    assert LinkCheck.objects.count() == 1
    assert Event.objects.filter(verb="pages.link.checked").count() == 1


def test_a_look_is_never_changed(evie):
    actions.check(address=OUT, outcome="right", by=evie, at=timezone.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        LinkCheck.objects.update(outcome="gone")


def test_strangers_see_no_links(max_, make):
    client = Client()
    client.force_login(max_)
    for address in ("/editing/links/", "/editing/links/out/", "/editing/links/out/all.csv"):
        assert client.get(address).status_code == 403


def test_before_a_page_goes_away_the_editor_says_who_links_to_it(desk, make):
    goes = make("Gone")
    make("By number", text(f'<a linktype="page" id="{goes.pk}">a</a>'))
    make("By address", text('<a href="/help/gone/#main">a</a>'))
    make("By card", cards(goes.pk))
    make("Not at all", text('<a href="/help/">a</a>'))
    index = goes.get_parent()
    places = {
        "delete": [goes.pk], "unpublish": [goes.pk], "move_confirm": [goes.pk, index.pk],
    }  # fmt: skip
    for name, args in places.items():
        page = desk["marion"].get(reverse(f"wagtailadmin_pages:{name}", args=args)).content.decode()
        assert "3 pages link to this one" in page, name
        assert all(f">{title}</a>" in page for title in ("By address", "By card", "By number")), name
        assert "Not at all" not in page, name
    assert "By number" not in dict(links.to(index))  # it goes away itself


def test_who_links_here_is_one_click_away_in_the_editor(desk, make):
    goes = make("Gone")
    make("By card", cards(goes.pk))
    there = reverse("pages:links-to", args=[goes.translation_key, "en-gb"])

    assert there in desk["evie"].get(reverse("wagtailadmin_pages:edit", args=[goes.pk])).content.decode()
    assert "By card" in desk["evie"].get(there).content.decode()
    assert (
        "No page that readers have now links"
        in desk["marion"].get(reverse("wagtailadmin_pages:delete", args=[make("Lonely").pk])).content.decode()
    )


def test_wagtails_own_index_of_references_knows_our_cards(make_guide):
    goes = make_guide("Gone")
    card = make_guide("By card", body=json.dumps([text("<p>Words.</p>"), cards(goes.pk)]))
    link = make_guide("By number", body=json.dumps([text(f'<p><a linktype="page" id="{goes.pk}">Gone</a></p>')]))

    known = {str(one.object_id) for one in ReferenceIndex.get_references_to(Page.objects.get(pk=goes.pk))}

    assert {str(card.pk), str(link.pk)} <= known
