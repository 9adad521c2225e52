"""A mentor on a phone logs a session; a coordinator reads it; the record shows who looked."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from audit.models import Look
from mentoring.models import Draft, Session
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, no_policy_errors, tab_stops_visible
from tests.browser.walking import cookies_of

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def address(live_server: Any) -> Callable[..., str]:
    return lambda name, *args: live_server.url + reverse(name, args=args)


def log_one(page: Page, address: Callable[..., str]) -> int:
    """Log an ordinary session from the desk and answer how many times the mentor touched the phone."""
    touched = 0
    page.goto(address("desk:home"))
    for act in (
        lambda: page.locator(".card", has_text="Jo").get_by_role("link", name="Log").click(),
        lambda: page.get_by_label("What time did it start?").fill("0001"),
        lambda: page.get_by_label("How long were you together?").fill("45"),
        lambda: page.get_by_text("Family and people who matter").click(),
        lambda: page.get_by_label("What did you do together?").fill("Wrote to his sister."),
        lambda: page.get_by_label("What happens next?").fill("Post it."),
        lambda: page.get_by_role("button", name="Save session").click(),
    ):
        act()
        touched += 1
    expect(page.get_by_text("Saved. Thank you for being there.")).to_be_visible()
    return touched


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_mentor_logs_a_session_on_a_phone(browser: Browser, live_server, client, match, sam, rosa, address, scripted):
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripted)
    page = context.new_page()
    enter(context, client, sam, live_server)

    touched = log_one(page, address)

    expect(page.get_by_text("Saved. Thank you for being there.")).to_be_visible()
    assert touched <= 12
    session = Session.objects.get()

    other = browser.new_context(viewport={"width": 1280, "height": 900}, java_script_enabled=scripted)
    enter(other, client, rosa, live_server)
    staff = other.new_page()
    staff.goto(address("mentoring:sessions-index"))
    staff.locator("tbody a").first.click()
    expect(staff.get_by_text("Wrote to his sister.")).to_be_visible()
    assert Look.objects.filter(actor_name="Rosa", subject_ref=session.ref).exists()
    context.close()
    other.close()


def enter(context: Any, client: Any, user: Any, live_server: Any) -> None:
    client.force_login(user)
    context.add_cookies(cookies_of(client, live_server.url))


def test_what_is_typed_is_kept_when_the_phone_dies(page, signed_in, match, sam, address):
    signed_in(sam)
    page.goto(address("mentoring:sessions-log_with", match.ref))
    page.get_by_label("What did you do together?").press_sequentially("Half a sentence")
    expect(page.locator("[data-autosave-status]")).to_contain_text("Kept at", timeout=15_000)

    page.goto("about:blank")
    page.goto(address("desk:home"))
    page.get_by_role("link", name="Finish the session").click()

    expect(page.get_by_label("What did you do together?")).to_have_value("Half a sentence")
    assert Draft.objects.count() == 1


def test_the_questions_follow_the_answers(page, signed_in, match, sam, address):
    signed_in(sam)
    page.goto(address("mentoring:sessions-log_with", match.ref))
    expect(page.get_by_label("How long were you together?")).to_be_visible()
    expect(page.get_by_text("Why not?")).to_be_hidden()

    page.get_by_role("group", name="Did it happen?").get_by_text("No", exact=True).click()

    expect(page.get_by_text("Why not?")).to_be_visible()
    expect(page.get_by_label("How long were you together?")).to_be_hidden()


def test_a_wrong_answer_puts_the_errors_first_and_in_focus(page, signed_in, match, sam, address):
    signed_in(sam)
    page.goto(address("mentoring:sessions-log_with", match.ref))
    page.get_by_label("What happens next?").fill("Post it.")

    page.get_by_role("button", name="Save session").click()

    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    summary.get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.name") == "held_at"
    expect(page.get_by_label("What happens next?")).to_have_value("Post it.")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_mentors_pages_are_sound(page, signed_in, match, sam, address, width, policy_errors):
    signed_in(sam)
    page.set_viewport_size({"width": width, "height": 800})
    log_one(page, address)
    detail = page.url
    places = [
        address("desk:home"),
        address("mentoring:sessions-log"),
        address("mentoring:sessions-log_with", match.ref),
        address("mentoring:sessions-index"),
        detail,
        detail + "correct/",
        detail + "add/",
    ]

    for place in places:
        page.goto(place)
        axe_clean(page)
        no_overflow(page)
        tab_stops_visible(page)
    no_policy_errors(policy_errors)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_coordinators_pages_are_sound(page, signed_in, match, sam, rosa, address, width, policy_errors):
    signed_in(sam)
    log_one(page, address)
    signed_in(rosa)
    page.set_viewport_size({"width": width, "height": 800})

    for name in ("desk:home", "mentoring:sessions-index", "mentoring:matches-index", "mentoring:mentors-index"):
        page.goto(address(name))
        axe_clean(page)
        no_overflow(page)
        tab_stops_visible(page)
    page.goto(address("mentoring:matches-detail", match.ref))
    axe_clean(page)
    no_policy_errors(policy_errors)
