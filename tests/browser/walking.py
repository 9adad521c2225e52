"""Somebody at a browser of their own, who reads the words on a page and answers them."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.middleware import csrf
from django.test import Client
from django.urls import reverse
from django.utils.crypto import get_random_string
from playwright.sync_api import BrowserContext, Locator, Page, TimeoutError, expect

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 900}


@dataclass
class Walker:
    """What somebody does at a page. `base` is the address of the server."""

    page: Page
    base: str

    def go(self, name: str, *args: str) -> None:
        self.page.goto(self.base + reverse(name, args=args))

    def choose(self, entry: str) -> None:
        """By the menu, as staff do."""
        self.go("desk:menu")
        self.page.get_by_role("main").get_by_role("link", name=entry, exact=True).click()

    def follow(self, words: str, within: str = "") -> None:
        """A link on the page; `within` is the title of the card that it stands in."""
        place: Any = self.page.get_by_role("main")
        if within:
            place = place.locator(".card", has=self.page.get_by_role("heading", name=within, exact=True))
        place.get_by_role("link", name=words).first.click()

    def open_row(self, name: str) -> None:
        """What a list leads to, in the row of somebody."""
        self.page.locator("tbody tr", has_text=name).first.get_by_role("link").first.click()

    def write(self, label: str, words: str, nth: int = 0) -> None:
        self.page.get_by_label(re.compile("^" + re.escape(label))).nth(nth).fill(words)

    def pick(self, question: str, answer: str) -> None:
        self._group(question).get_by_text(answer, exact=True).click()

    def day(self, question: str, day: date) -> None:
        for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            self._group(question).get_by_label(part).fill(str(number))

    def press(self, words: str, nth: int = 0) -> None:
        """And wait until another page is here: whoever looks next, in a browser of their own, finds it done."""
        self.page.evaluate("() => { window.wasPressed = true; }")
        self.page.get_by_role("button", name=words, exact=True).nth(nth).click()
        with suppress(TimeoutError):  # a button that leads to no page
            self.page.wait_for_function("() => !window.wasPressed", timeout=2_000)

    def reads(self, words: str) -> None:
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible()

    def _group(self, question: str) -> Locator:
        return self.page.get_by_role("group", name=question)


def tab_to(page: Page, wanted: Locator, most: int = 60) -> None:
    """Go on with the Tab key until this has the focus, as somebody without a mouse does."""
    for _ in range(most):
        if wanted.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key never came to {wanted}")


def say_when_in_care(page: Page) -> None:
    """Ask what a council may owe somebody who was in care from 12 to 18, and is a grown-up now."""
    for part, number in (("Day", 3), ("Month", 4), ("Year", 2004)):
        page.get_by_label(part, exact=True).fill(str(number))
    page.get_by_label("How old were you when it began?").first.select_option("12")
    page.get_by_label("How old were you when it ended?").first.select_option("18")
    page.get_by_role("button", name="Show what I may be owed").click()


def enter(context: BrowserContext, user: Any, url: str) -> None:
    """This browser holds a new session of somebody."""
    client = Client()  # a new one each time: to sign in where somebody is ends their session
    client.force_login(user)
    context.add_cookies(cookies_of(client, url))


def cookies_of(client: Any, url: str) -> Any:
    """What a browser holds after signing in: the session that a client holds, and the secret of forms. Without the
    second, two first answers that cross would each bring one, and the form of the other would be refused.
    """
    held = client.cookies["alongside" if "alongside" in client.cookies else "__Host-alongside"]
    secret = {"name": settings.CSRF_COOKIE_NAME, "value": get_random_string(32, csrf.CSRF_ALLOWED_CHARS), "url": url}
    return [{"name": held.key, "value": held.value, "url": url}, secret]
