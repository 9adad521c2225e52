"""Every page of the public site as it comes with Alongside, in a browser as wide as a small telephone. The tree is put
in place and walked once; each test asks of the walk what it found.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page
from wagtail.models import Page as Node
from wagtail.models import Site

from pages import content
from pages.caching import shelf
from pages.doors import DOORS
from pages.models import GuidePage, ToolVersion
from pages.rules.numbers import number_of
from tests.browser.looking import axe_faults, overflow
from tests.browser.walking import say_when_in_care
from tests.factories.places import council

NO = ("/nowhere/", reverse("pages:rights-ask"), reverse("pages:packs-make"))
LOC = "<loc>"
LOOK = """() => ({
  headings: document.querySelectorAll("h1").length,
  language: document.documentElement.lang,
  landmarks: ["header", "main", "footer"].filter((name) => !document.querySelector(name)),
})"""
AT_ONCE = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@dataclass
class Walk:
    """What is wrong, by address; `asked` are requests for anything that is not ours."""

    axe: dict[str, list[str]] = field(default_factory=dict)
    wide: dict[str, list[str]] = field(default_factory=dict)
    looks: dict[str, dict[str, Any]] = field(default_factory=dict)
    console: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    cookies: list[Any] = field(default_factory=list)

    def hear(self, message: Any, base: str) -> None:
        """What the browser complains of, but for the answers that say no, as they should."""
        at = message.location["url"].removeprefix(base)
        if message.type == "error" and not (at in NO and message.text.startswith("Failed to load resource")):
            self.console.append(f"{at}: {message.text}")

    def look(self, page: Page, name: str) -> None:
        self.axe[name], self.wide[name] = axe_faults(page), overflow(page)
        self.looks[name] = page.evaluate(LOOK)


@pytest.fixture(scope="module")
def walk(browser: Browser, live_server: Any, snapshot: Any, django_db_blocker: Any) -> Iterator[Walk]:
    with django_db_blocker.unblock(), override_settings(TASKS=AT_ONCE):
        try:
            content.load(at=timezone.now())
            council()
            Site.clear_site_root_paths_cache()
            yield _walked(browser, live_server.url)
        finally:
            snapshot.put_back()
            shelf().clear()


def _walked(browser: Browser, base: str) -> Walk:
    walk = Walk()
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    page.on("request", lambda it: None if it.url.startswith((base, "data:")) else walk.asked.append(it.url))
    page.on("pageerror", lambda error: walk.console.append(f"{page.url}: {error}"))
    page.on("console", lambda it: walk.hear(it, base))
    for address in [*tree(), *made()]:
        page.goto(base + address)
        walk.look(page, address)
    for name, steps in ANSWERED.items():
        steps(page, base)
        walk.look(page, name)
    walk.cookies = context.cookies()
    context.close()
    return walk


def tree() -> list[str]:
    """What stands in the tree, with what else the sitemap names."""
    found = Client().get("/sitemap.xml").content.decode().split(LOC)[1:]
    listed = [urlsplit(text.split("<")[0]).path for text in found]
    pages = [page.url for page in Node.objects.live().filter(depth__gt=1).order_by("path")]
    return list(dict.fromkeys([*pages, *listed]))


def made() -> list[str]:
    """What is made for a reader, and is no page of its own: one of each kind."""
    guide, tool = GuidePage.objects.get(slug="personal-adviser"), ToolVersion.objects.latest("pk")
    number = number_of(guide.pk)
    return [
        *(f"{guide.url}{form}/" for form in ("large-print", "read-aloud")),
        *(reverse("pages:hand_overs-send", args=[door.kind]) for door in DOORS),
        tool.get_absolute_url(), reverse("pages:adoptions-tell", args=[tool.tool, tool.number]),
        "/contacts/?for=prison", "/councils/?q=nowhere", "/search/", "/search/?q=jail", "/search/?q=zzzz",
        "/feedback/", reverse("pages:feedback-give", args=[number]),
        "/feedback/thanks/", "/tools/thanks/", "/nowhere/",
    ]  # fmt: skip


def _rights(page: Page, base: str) -> None:
    page.goto(base + reverse("pages:rights-ask"))
    say_when_in_care(page)


def _rights_unanswered(page: Page, base: str) -> None:
    page.goto(base + reverse("pages:rights-ask"))
    page.get_by_role("button", name="Show what I may be owed").click()


def _why_not(page: Page, base: str) -> None:
    page.goto(base + GuidePage.objects.get(slug="personal-adviser").url)
    page.get_by_role("button", name="No", exact=True).click()


def _pack_of_nothing(page: Page, base: str) -> None:
    page.goto(base + reverse("pages:packs-make"))
    page.get_by_role("button", name="Make the pack").click()


ANSWERED = {
    "rights, answered": _rights,
    "rights, unanswered": _rights_unanswered,
    "packs, nothing": _pack_of_nothing,
    "why not": _why_not,
}


def test_all_of_it_was_walked(walk):
    assert len(walk.looks) > len(content.SHIPPED) + len(ANSWERED) + 20
    assert {"/cy/help/cwyno/", "/tools/", "/help/personal-adviser/easy-read/"} < set(walk.looks)


def test_axe_finds_nothing(walk):
    assert {address: wrong for address, wrong in walk.axe.items() if wrong} == {}


def test_nothing_is_wider_than_a_small_telephone(walk):
    assert {address: wrong for address, wrong in walk.wide.items() if wrong} == {}


def test_each_has_one_first_heading_a_head_and_a_foot(walk):
    assert {at: look for at, look in walk.looks.items() if look["headings"] != 1 or look["landmarks"]} == {}


def test_each_says_which_language_it_is_in(walk):
    said = {address: look["language"] for address, look in walk.looks.items()}

    assert {at: code for at, code in said.items() if code != ("cy" if at.startswith("/cy/") else "en-GB")} == {}


def test_the_policy_is_kept_and_nothing_is_asked_of_anybody_else(walk):
    assert walk.console == []
    assert walk.asked == []


def test_no_cookie_is_left_after_all_of_it(walk):
    assert walk.cookies == []
