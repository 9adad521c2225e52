"""Coming in, staying in, and losing nothing on the way out: in a real browser."""

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session as Row
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from accounts import sessions
from accounts.actions import invitations
from accounts.roles import Role
from mentoring.models import Session
from tests.accounts.conftest import PASSWORD, code_for
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, no_policy_errors, tab_stops_visible


@pytest.fixture
def page(page: Page) -> Page:
    """Motion would make focus arrive after it is looked at."""
    page.emulate_media(reduced_motion="reduce")
    return page


@pytest.fixture
def go(page: Page, live_server: Any) -> Callable[..., None]:
    return lambda name, *args: page.goto(live_server.url + reverse(name, args=args)) and None


def type_password(page: Page, login: str) -> None:
    page.get_by_label("Username or email").fill(login)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def make_idle() -> None:
    """As if nothing had happened for a day, in every session there is."""
    for key in Row.objects.values_list("session_key", flat=True):
        session = import_module(settings.SESSION_ENGINE).SessionStore(key)
        session.load()
        if sessions.SEEN in session:
            session[sessions.SEEN] -= 24 * 3600
            session.save()


@pytest.fixture
def passkeys(context: BrowserContext, page: Page) -> None:
    """A device with a lock of its own, which says yes."""
    device = context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_somebody_with_a_slip_starts_and_signs_in(page, go, rosa, now):
    _, code = invitations.invite(display_name="Ade", roles=[Role.PEER_MENTOR], email="", by=rosa, at=now)

    go("account_login")
    page.get_by_role("link", name="I have a slip").click()
    page.get_by_label("The code on your slip").fill(code.lower())
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Username").fill("ade")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password again").fill(PASSWORD)
    page.get_by_role("button", name="Make my login").click()
    type_password(page, "ade")

    go("accounts:security-account")
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()


def test_staff_set_up_codes_before_anything_else(page, go, rosa, policy_errors):
    go("account_login")
    type_password(page, "rosa")
    go("accounts:invitations-listing")
    expect(page.get_by_role("heading", name="Set up a second step")).to_be_visible()
    page.get_by_role("link", name="Set up codes").click()
    page.get_by_text("I cannot use the picture").click()
    secret = page.locator("#totp-key").inner_text()
    box = page.locator(".qr svg").bounding_box()
    assert box is not None and box["width"] >= 120
    page.get_by_label("Code from your app").fill(code_for(secret))
    page.get_by_role("button", name="Turn codes on").click()

    expect(page.get_by_role("heading", name="Your spare codes")).to_be_visible()
    go("accounts:invitations-listing")
    expect(page.get_by_role("heading", name="Invitations")).to_be_visible()
    no_policy_errors(policy_errors)


def test_a_passkey_is_added_and_then_opens_the_door_alone(page, go, sam, passkeys, policy_errors):
    go("account_login")
    type_password(page, "sam")
    go("mfa_add_webauthn")
    page.get_by_label("I want to sign in with this alone").check()
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("heading", name="Your spare codes")).to_be_visible()
    go("account_logout")
    page.get_by_role("button", name="Sign out").click()

    go("account_login")
    page.get_by_role("button", name="Use my passkey").click()
    page.wait_for_url(re.compile("/desk/"))

    go("accounts:security-account")
    expect(page.get_by_role("heading", name="Your account")).to_be_visible()
    no_policy_errors(policy_errors)


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_what_was_written_before_a_time_out_is_sent_after_it(browser, live_server, match, sam, scripted):
    context = browser.new_context(java_script_enabled=scripted)
    page = context.new_page()
    page.goto(live_server.url + reverse("account_login"))
    type_password(page, "sam")
    page.goto(live_server.url + reverse("mentoring:sessions-log_with", args=[match.ref]))
    page.get_by_label("What time did it start?").fill("0001")
    page.get_by_label("How long were you together?").fill("45")
    page.get_by_text("Family and people who matter").click()
    page.get_by_label("What did you do together?").fill("Wrote to his sister.")
    page.get_by_label("What happens next?").fill("Post it.")
    make_idle()
    page.get_by_role("button", name="Save session").click()

    expect(page.get_by_role("heading", name="Sign in", exact=True)).to_be_visible()
    assert Session.objects.count() == 0
    type_password(page, "sam")
    if scripted:  # it waited on the phone, and goes by itself
        expect(page.get_by_text("Everything you wrote has been sent.")).to_be_visible()
    else:
        expect(page.get_by_role("heading", name="You were signed out")).to_be_visible()
        expect(page.get_by_text("Wrote to his sister.")).to_be_visible()
        page.get_by_role("button", name="Send it now").click()
        expect(page.get_by_text("Saved. Thank you for being there.")).to_be_visible()
    assert Session.objects.count() == 1
    page.goto(live_server.url + reverse("accounts:held-forms-listing"))
    expect(page.get_by_role("heading", name="Nothing waits for you")).to_be_visible()
    context.close()


def test_somebody_is_warned_and_may_stay(page, go, sam, settings, signed_in, policy_errors):
    settings.IDLE_MINUTES = 0.3
    signed_in(sam)
    go("accounts:security-account")

    dialog = page.get_by_role("dialog", name="Are you still there?")
    expect(dialog).to_be_visible(timeout=20_000)
    with page.expect_response(re.compile("/account/stay/")) as answer:
        dialog.get_by_role("button", name="Stay signed in").click()

    assert answer.value.status == 204
    expect(dialog).to_be_hidden()
    no_policy_errors(policy_errors)


def test_somebody_who_stays_away_is_told_and_loses_nothing(page, go, sam, settings, signed_in):
    settings.IDLE_MINUTES = 0.1
    signed_in(sam)
    go("account_change_password")
    page.get_by_label("New password", exact=True).fill("half a")

    expect(page.get_by_role("dialog", name="You are signed out")).to_be_visible(timeout=25_000)
    axe_clean(page)
    expect(page.get_by_label("New password", exact=True)).to_have_value("half a")


PAGES = [
    "account_login",
    "account_reset_password",
    "accounts:invitations-start",
    "accounts:security-account",
    "accounts:security-second-step",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "usersessions_list",
    "account_change_password",
    "account_email",
    "accounts:invitations-listing",
    "accounts:invitations-invite",
    "accounts:users-listing",
    "accounts:held-forms-listing",
]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_clean_at_every_width(page, go, make_user, signed_in, policy_errors, name):
    if name not in PAGES[:3]:
        signed_in(make_user("mo", Role.PROGRAMME_MANAGER, name="Mo"))
    go(name)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        no_overflow(page)
    tab_stops_visible(page)
    no_policy_errors(policy_errors)
    # Last, since axe writes styles into the page that our policy stops; tall, since it counts a box that has scrolled
    # under the bar at the foot as too small to press.
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 3000})
        axe_clean(page)
