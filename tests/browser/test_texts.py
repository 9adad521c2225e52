"""Texts on the narrowest phone: what came in, what did not go, what was said, and what every text says."""

from typing import Any

from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.looking import axe_clean, no_overflow, no_policy_errors
from tests.matrix.fixtures_texts import came_in, held, not_gone, promised


def test_a_coordinator_reads_a_reply_and_deals_with_it(
    page: Page, signed_in: Any, live_server: Any, rosa: Any, jo: Any, coming_meeting: Any, now: Any, policy_errors: Any
) -> None:
    promised(jo, now, "earlier")
    inbound, waiting = came_in(jo, now, "one", body="Who is this"), held(jo, now, "held")
    not_gone(jo, now, "gone")
    signed_in(rosa)
    page.set_viewport_size({"width": 320, "height": 700})
    looked_at = [
        ("people:texts-index", []), ("people:texts-person", [jo.ref]), ("people:texts-resume", [inbound.ref]),
        ("people:held_texts-index", []), ("people:held_texts-release", [waiting.ref]), ("desk:reminders-every", []),
        ("mentoring:slips-index", []), ("people:sent_texts-index", []), ("people:texts-detail", [inbound.ref]),
    ]  # fmt: skip
    for name, args in looked_at:
        page.goto(live_server.url + reverse(name, args=args))
        axe_clean(page)
        no_overflow(page)

    expect(page.get_by_text("Who is this")).to_be_visible()
    page.get_by_role("button", name="I have dealt with this").click()
    expect(page.get_by_text("It is off the list.")).to_be_visible()
    no_policy_errors(policy_errors)
