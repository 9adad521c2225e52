"""Writing to us by a public form: without JavaScript on a phone, and with nothing but the keys."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from pages.models import HandOver
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, no_policy_errors
from tests.browser.walking import PHONE, Walker, tab_to
from tests.matrix.fixtures_hand_overs import taken

INDEX = reverse("pages:hand_overs-index")


@pytest.fixture(autouse=True)
def nobody_waits(monkeypatch: Any) -> None:
    monkeypatch.setattr("pages.unwanted.QUICKEST", timedelta(0))


def test_somebody_asks_on_a_phone_without_javascript_and_puts_right_what_was_wrong(
    browser: Browser, live_server: Any
) -> None:
    page = browser.new_context(java_script_enabled=False, viewport=PHONE).new_page()
    wren = Walker(page, live_server.url)
    page.goto(live_server.url + INDEX)
    wren.follow("Ask for a mentor")
    wren.write("What would help?", "Somebody to talk to")
    expect(page.get_by_label("Which prison are you in?")).to_be_hidden()
    wren.pick("How can we reach you safely?", "I am in prison: write to me there")
    wren.press("Send it")
    expect(page.get_by_role("alert")).to_contain_text("Enter the name you like to be called")
    wren.write("What do you like to be called?", "Wren")
    wren.write("Which prison are you in?", "HMP Leeds")
    wren.press("Send it")

    sent = HandOver.objects.get()
    expect(page.get_by_role("heading", level=1)).to_contain_text("We have it")
    wren.reads(sent.code_in_fours)
    assert sent.said["words"] == "Somebody to talk to"
    assert page.context.cookies() == []
    page.context.close()


def test_somebody_writes_with_the_keys_alone(page: Page, live_server: Any) -> None:
    page.goto(live_server.url + INDEX)
    door = page.get_by_role("main").get_by_role("link", name="Seeing my file")
    tab_to(page, door)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("What do you like to be called?"))
    page.keyboard.type("Robin")
    tab_to(page, page.get_by_label("By phone"))
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_label("Address", exact=True))
    page.keyboard.type("1 High Street")
    tab_to(page, page.get_by_role("button", name="Send it"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("We have it")
    assert HandOver.objects.get().said == {"name": "Robin", "reach": "letter", "address": "1 High Street"}


def test_its_pages_are_for_everybody(
    page: Page, signed_in: Any, live_server: Any, rosa: Any, policy_errors: Any
) -> None:
    kept = taken(rosa)
    form = reverse("pages:hand_overs-send", args=["refer"])
    thanks = reverse("pages:hand_overs-thanks", args=[kept.ref])
    looked_at = [INDEX, form, thanks]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for url in looked_at:
            page.goto(live_server.url + url)
            no_overflow(page)
    for url in looked_at:
        page.goto(live_server.url + url)
        axe_clean(page)
    signed_in(rosa)
    for name, *args in (("index",), ("detail", kept.ref), ("answer", kept.ref), ("key_in", "files")):
        page.goto(live_server.url + reverse(f"pages:inbox-{name}", args=args))
        axe_clean(page)
        no_overflow(page)
    no_policy_errors(policy_errors)
