"""Every form of the house on the narrowest phone: sound to axe by light, by dark and in forced colours, and no wider
than the screen. And what is said when a form will not do.
"""

import re
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.looking import axe_clean, axe_faults, no_overflow, overflow
from tests.house.survey import forbid
from tests.matrix.conftest import *  # noqa: F403
from tests.matrix.doors import BY_APP, Door

# Tall, since axe counts a box that has scrolled under the bar at the foot as too small to press.
NARROW = {"width": 320, "height": 3000}
FIRST_ASKED = ("coordinator", "peer_mentor", "programme_manager", "safeguarding_lead")
MAY_BE_FORMS = {app: [d for d in doors if d.answers == 200 and not d.post_only] for app, doors in BY_APP.items()}
# Beside the forms of every page's frame: to leave, and to sign out.
FORM = re.compile(r'<form[^>]*method="post"(?![^>]*action="/(leave|account/sign-out)/)')


@pytest.fixture
def faults_of(page: Page, policy_errors: list[str]) -> Any:
    """faults_of(url): all that is wrong with the page there."""

    def faults_of(url: str) -> list[str]:
        answer = page.goto(url)
        assert answer is not None and answer.status == 200, url
        return [*overflow(page), *policy_errors, *in_every_colour(page, policy_errors)]

    page.set_viewport_size(NARROW)
    return faults_of


def in_every_colour(page: Page, policy_errors: list[str]) -> list[str]:
    """All of axe's rules by light; by dark only what may differ."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = axe_faults(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    found += [f"by dark: {fault}" for fault in axe_faults(page, only="color-contrast")]
    policy_errors.clear()  # axe writes styles into the page that our policy stops
    return found


def who_opens(door: Door) -> str:
    return "anonymous" if door.public else next((role for role in FIRST_ASKED if role in door.opens), min(door.opens))


@pytest.mark.parametrize("app", [app for app, doors in MAY_BE_FORMS.items() if doors])
def test_every_form_is_sound(app: str, everybody: Any, request: Any, faults_of: Any, context: Any, live_server: Any):
    wrong: list[str] = []
    for door in sorted(MAY_BE_FORMS[app], key=who_opens):
        client, url = everybody[who_opens(door)], door.url(request)
        answer = client.get(url)
        is_page = "html" in answer.headers.get("Content-Type", "") and not answer.streaming
        if not is_page or not FORM.search(answer.content.decode()):
            continue
        context.clear_cookies()
        held = client.cookies.values()
        context.add_cookies([{"name": c.key, "value": c.value, "url": live_server.url} for c in held])
        wrong += [f"{door.name}: {fault}" for fault in faults_of(live_server.url + url)]

    forbid(wrong, "a form is not sound")


def left_empty(page: Page, url: str) -> None:
    """Send the form as it comes: what is wrong stands first, has the focus, and is tied to each question."""
    page.goto(url)
    page.locator("main form[method=post]").last.locator("button").first.click()
    expect(page.get_by_role("alert")).to_be_focused()
    untied = page.eval_on_selector_all(
        "main [aria-invalid=true], main fieldset:has([aria-invalid=true])",
        """boxes => boxes.filter((box) => {
          const tied = box.closest("[aria-describedby]")?.getAttribute("aria-describedby") ?? "";
          return !tied.split(" ").some((id) => document.getElementById(id)?.matches(".errorlist"));
        }).map((box) => box.name)""",
    )
    assert untied == []
    assert page.locator("main [aria-invalid=true]").count() > 0
    axe_clean(page)
    no_overflow(page)


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("dee", ["referrals-start"]),
        ("sam", ["sessions-log_with match", "leaves-tell", "claims-begin", "goals-set match", "advocacy-open match"]),
        ("rosa", ["interests-key_in", "endings-end_early match", "match_steps-pause match", "groups-add"]),
    ],
)
def test_what_is_wrong_is_said_so_that_everybody_finds_it(page, request, signed_in, live_server, match, who, names):
    page.set_viewport_size(NARROW)
    if who:
        signed_in(request.getfixturevalue(who))
    for name, *args in (name.split() for name in names):
        refs = [request.getfixturevalue(arg).ref for arg in args]
        left_empty(page, live_server.url + reverse(f"mentoring:{name}", args=refs))


def test_a_form_can_be_used_in_forced_colours(page, signed_in, live_server, match, sam):
    """Where somebody chooses their own colours, backgrounds go: what may be pressed needs an edge."""
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.set_viewport_size(NARROW)
    signed_in(sam)
    page.goto(live_server.url + reverse("mentoring:sessions-log_with", args=[match.ref]))

    axe_clean(page)
    edgeless = page.eval_on_selector_all(
        "main .btn, main input:not([type=hidden]), main textarea, main select, main .choice label",
        """them => them.filter((it) => it.checkVisibility() && parseFloat(getComputedStyle(it).borderTopWidth) < 1
             && !["radio", "checkbox"].includes(it.type)).map((it) => it.outerHTML.slice(0, 80))""",
    )
    assert edgeless == []
