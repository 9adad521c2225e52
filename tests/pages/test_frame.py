"""The way to the guides, in the header of every visitor's page, and what the first page leads to."""

import re

from django.urls import reverse
from wagtail.models import Page


def way_to_help(client, address="/") -> str:
    text = client.get(address).content.decode()
    [found] = re.findall(r'<a href="([^"]*)"[^>]*>\s*Help and rights', text[: text.index("</header>")])
    return found


def test_help_and_rights_leads_to_the_guides_wherever_they_stand(client, guide):
    assert way_to_help(client) == "/help/"

    guides = Page.objects.get(slug="help").specific
    guides.slug = "rights"
    guides.save_revision(clean=False).publish()

    assert way_to_help(client) == "/rights/"


def test_without_a_list_of_guides_it_leads_to_the_first_page(client, guide):
    Page.objects.get(slug="help").unpublish()

    assert way_to_help(client) == "/"


def test_a_list_that_only_some_may_see_is_not_led_to(client, guide):
    guides = Page.objects.get(slug="help")
    guides.view_restrictions.create(restriction_type="login")

    assert way_to_help(client, reverse("pages:rights-ask")) == "/"


def test_the_list_of_guides_leads_to_what_works_things_out(client, guide):
    text = client.get("/help/").content.decode()

    for way in ("rights-ask", "dates-ask", "offers-index", "contacts-index", "packs-make", "hand_overs-index"):
        assert f'href="{reverse(f"pages:{way}")}"' in text


def test_the_first_page_ends_with_help(client, site_pages):
    site_pages.body = [
        ("care_card", {"urgency": "now", "title": "If someone is in danger", "body": "<p>Ring 999.</p>"}),
        ("heading", "What comes first"),
    ]
    site_pages.save(clean=False)

    text = client.get("/").content.decode()
    assert text.index("What comes first") < text.index("Look for something") < text.index("If someone is in danger")
