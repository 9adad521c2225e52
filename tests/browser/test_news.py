"""News and alerts as readers meet them: on a small phone, in the dark, without colours of ours, on paper."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from pages import content
from pages.actions import contacts, shipped
from pages.models import Alert, ContactPoint
from tests.browser.looking import axe_clean, no_overflow, no_policy_errors

ADDRESSES = ["/news/", "/news/this-site-is-new/", "/contacts/"]
LONG = "Until Friday nobody answers the phone. Write to us instead, or come by on Thursday between ten and noon."


@pytest.fixture
def news(live_server, settings, tmp_path) -> None:
    """The list of news, and an alert of each level on every page."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.MEDIA_ROOT = tmp_path
    now = timezone.now()
    few = [page for page in content.SHIPPED if page.key in {"home", "news"} or page.key.startswith("news-")]
    contacts.place(contacts=content.CONTACTS, by=None, at=now)
    shipped.place(pages=few, by=None, at=now)
    for level in ("information", "important", "danger"):
        alert = Alert.objects.create(
            title=f"A long title to look at, for something that is {level}", words=LONG, level=level, live=False,
            begins_at=now - timedelta(hours=1), ends_at=now + timedelta(days=1),
            contact=ContactPoint.objects.get(key="samaritans"),
        )  # fmt: skip
        alert.save_revision().publish()


@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize("seen", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_axe_finds_nothing_however_it_is_seen(page: Page, live_server, news, policy_errors, nothing_leaves, path, seen):
    page.emulate_media(reduced_motion="reduce", **seen)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(live_server.url + path)
        assert page.locator(".alerts").get_by_role("region").count() == 3
        axe_clean(page)
        no_overflow(page)
    no_policy_errors(policy_errors)


def test_each_level_is_a_word_and_not_a_colour_alone(page: Page, live_server, news):
    page.goto(f"{live_server.url}/news/")
    regions = page.locator(".alerts").get_by_role("region")
    heard = regions.evaluate_all("found => found.map(one => one.querySelector('h2').innerText)")

    assert [title.split(":")[0].strip() for title in heard] == ["Danger to life", "Important", "Information"]
    assert not page.get_by_text("As of").first.is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("As of").first.is_visible()
