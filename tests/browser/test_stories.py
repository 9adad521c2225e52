"""A story is read and taken back: on a phone, without JavaScript, by whoever has the code."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from pages.models import StoryConsent
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, no_policy_errors
from tests.browser.walking import PHONE, Walker
from tests.factories import stories
from tests.factories.pages import load_few

WHERE = "/stories/every-letter/"


@pytest.fixture
def consent(rosa: Any, monkeypatch: Any) -> StoryConsent:
    monkeypatch.setattr("pages.unwanted.QUICKEST", timedelta(0))
    load_few()
    page = stories.a_story()
    said = stories.say_yes(page, rosa)
    stories.publish(page)
    return said


def test_wren_takes_her_story_back_on_a_phone_without_javascript(
    consent: StoryConsent, browser: Browser, live_server: Any
) -> None:
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    wren = Walker(page, live_server.url)
    page.goto(live_server.url + WHERE)
    wren.reads("This story talks about:")
    wren.follow("Is this your story?")
    wren.write("Your code", "7H2K-Q9VY")
    wren.press("Take it back")
    expect(page.get_by_role("alert")).to_contain_text("not right")
    wren.write("Your code", consent.code_in_fours)
    wren.press("Take it back")

    expect(page.get_by_role("heading", level=1)).to_contain_text("If that is the code of a story here")
    assert page.context.cookies() == []
    gone = page.goto(live_server.url + WHERE)
    assert gone is not None and gone.status == 410
    expect(page.get_by_role("heading", level=1)).to_have_text("This story is not shown any more")
    page.context.close()


def test_its_pages_are_for_everybody(
    consent: StoryConsent, page: Page, signed_in: Any, live_server: Any, marion: Any, policy_errors: Any
) -> None:
    for url in ("/stories/", WHERE, "/stories/take-back/", "/stories/taken-back/"):
        page.goto(live_server.url + url)
        axe_clean(page)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            no_overflow(page)
    signed_in(marion)
    for name, *args in (("index",), ("detail", consent.ref), ("narrow", consent.ref), ("renew", consent.ref, "en-gb")):
        page.goto(live_server.url + reverse(f"pages:story_consents-{name}", args=args))
        axe_clean(page)
        no_overflow(page)
    no_policy_errors(policy_errors)
