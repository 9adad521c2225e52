"""The look of the house, in a real browser: for eyes, for the keyboard, for screen readers, and without colour."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from common.gallery import PROBLEMS
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, no_policy_errors, tab_stops_visible

LOOKS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "without colour": {"forced_colors": "active"},
}
PAGES = ["/components/", "/components/?form=wrong", *(f"/components/pages/{name}/" for name in PROBLEMS)]
WEATHER = "https://www.bbc.co.uk/weather"


@pytest.fixture(params=WIDTHS)
def width(request) -> int:
    return request.param


@pytest.fixture
def page(page: Page) -> Page:
    """Motion would make focus arrive after it is looked at."""
    page.emulate_media(reduced_motion="reduce")
    return page


# ---------------------------------------------------------------- Looking


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page, live_server, path, look):
    page.emulate_media(**LOOKS[look], reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(live_server.url + path)
        axe_clean(page)
        no_overflow(page)


def test_the_policy_is_kept(page, live_server, policy_errors, nothing_leaves):
    page.goto(live_server.url + "/components/?form=wrong")
    page.wait_for_load_state("networkidle")

    no_policy_errors(policy_errors)
    assert nothing_leaves == []


@pytest.mark.parametrize("path", ["/components/?form=wrong", "/components/pages/not-found/"])
def test_every_stop_of_the_tab_key_is_seen(page, live_server, path, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(live_server.url + path)

    assert tab_stops_visible(page) >= 3


def test_at_400_per_cent_nothing_sticks_in_the_way(page, live_server):
    """1280 by 1024 at 400 % is a screen of 320 by 256."""
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(live_server.url + "/components/?form=wrong")

    no_overflow(page)
    tab_stops_visible(page)
    page.evaluate("() => scrollTo({ top: 2000, behavior: 'instant' })")
    expect(page.locator(".leave")).not_to_be_in_viewport()


def test_the_letters_are_atkinsons(page, live_server):
    page.goto(live_server.url + "/components/")
    page.evaluate("() => document.fonts.ready")

    assert page.evaluate("() => document.fonts.check('16px \"Atkinson Hyperlegible\"')")
    assert page.evaluate("() => [...document.fonts].some((face) => face.status === 'loaded')")


def test_thumbs_find_what_can_be_pressed(page, live_server):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(live_server.url + "/components/")
    small = page.evaluate(
        """() => [...document.querySelectorAll(".btn, input:not([type=hidden]):not([type=checkbox]):not([type=radio]),"
          + "select, .choice label, .tick label, .leave a, .foot a, .pages a, .back")]
          .filter((it) => it.offsetParent !== null && it.getBoundingClientRect().height < 47.5)
          .map((it) => it.outerHTML.slice(0, 100))"""
    )

    assert small == []


def test_paper_carries_the_words_and_no_furniture(page, live_server):
    page.goto(live_server.url + "/components/")
    page.emulate_media(media="print")

    expect(page.locator(".leave")).to_be_hidden()
    expect(page.locator(".foot")).to_be_hidden()
    expect(page.get_by_role("heading", name="The pieces that pages are made of")).to_be_visible()


# ---------------------------------------------------------------- Behaviours


def test_what_went_wrong_is_read_first(page, live_server):
    page.goto(live_server.url + "/components/?form=wrong")

    expect(page.get_by_role("alert")).to_be_focused()
    assert page.title().startswith("Pieces")  # the sample is not the page's own form


def test_a_link_in_the_list_of_errors_leads_to_the_box(page, live_server):
    page.goto(live_server.url + "/components/?form=wrong")
    page.get_by_role("link", name="That date does not exist. Check the day and the month.").click()

    expect(page.locator("#id_held_on_0")).to_be_focused()


def test_the_print_button_is_there_only_with_a_script(page, browser: Browser, live_server):
    page.goto(live_server.url + "/components/")
    expect(page.get_by_role("button", name="Print this page")).to_be_visible()

    without = browser.new_context(java_script_enabled=False)
    plain = without.new_page()
    plain.goto(live_server.url + "/components/")
    expect(plain.get_by_role("button", name="Print this page")).to_have_count(0)
    without.close()


def test_a_second_press_does_not_send_twice(page, live_server):
    page.goto(live_server.url + "/components/")
    sent = page.evaluate(
        """() => {
          const form = document.querySelector("[data-guard]");
          let sent = 0;
          addEventListener("submit", (event) => { if (!event.defaultPrevented) sent += 1; event.preventDefault(); });
          form.requestSubmit();
          form.requestSubmit();
          return sent;
        }"""
    )

    assert sent == 1


def test_a_page_that_comes_back_may_send_again(page, live_server):
    page.goto(live_server.url + "/components/")
    page.evaluate("() => { document.querySelector('[data-guard]').dataset.sent = 'yes'; }")
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")

    assert page.evaluate("() => document.querySelector('[data-guard]').dataset.sent") is None


# ---------------------------------------------------------------- Leaving


def test_escape_three_times_leaves_and_back_does_not_return(page, live_server, elsewhere):
    page.goto(live_server.url + "/components/pages/closed/")
    page.goto(live_server.url + "/components/?secret")
    for _ in range(3):
        page.keyboard.press("Escape")
    page.wait_for_url(WEATHER)
    page.go_back()

    assert "secret" not in page.url


def test_back_shows_no_page_of_ours_after_leaving_until_somebody_comes_back(page, live_server, elsewhere):
    page.goto("https://before.example/")
    for address in ("/components/pages/closed/", "/components/", "/components/?secret"):
        page.goto(live_server.url + address)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(WEATHER)
    page.evaluate("() => history.back()")
    page.wait_for_timeout(500)
    page.wait_for_url(WEATHER)
    page.evaluate("() => history.go(-2)")
    page.wait_for_url("https://before.example/")

    page.goto(live_server.url + "/components/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_capital_letters_leave_nobody_outside(page, live_server):
    page.goto(live_server.url + "/components/")
    for letter in "ABC":
        page.keyboard.press(f"Shift+{letter}")

    assert page.url.endswith("/components/")


def test_escape_twice_stays(page, live_server):
    page.goto(live_server.url + "/components/")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)

    assert page.url.endswith("/components/")


def test_the_link_leaves_without_a_script_and_tells_nothing(browser: Browser, live_server):
    context = browser.new_context(java_script_enabled=False)
    told = []
    context.route(
        re.compile("^https://www.bbc"),
        lambda route: (told.append(route.request.headers.get("referer")), route.fulfill(body="<title>Weather</title>")),
    )
    page = context.new_page()
    page.goto(live_server.url + "/components/")
    page.get_by_role("link", name="Leave this page quickly").click()
    page.wait_for_url(WEATHER)

    assert told == [None]
    context.close()


def test_leaving_signs_out_people_who_are_signed_in(page, live_server, signed_in, sam, elsewhere):
    signed_in(sam)
    page.goto(live_server.url + "/components/")
    page.get_by_role("button", name="Leave this page quickly").click()
    page.wait_for_url(WEATHER)

    page.goto(live_server.url + "/components/")
    expect(page.get_by_role("link", name="Leave this page quickly")).to_be_visible()


def test_leaving_signs_out_without_a_script_too(browser: Browser, live_server, sam, client):
    client.force_login(sam)
    context = browser.new_context(java_script_enabled=False)
    context.route(re.compile("^https://www.bbc"), lambda route: route.fulfill(body="<title>Weather</title>"))
    held = next(cookie for name, cookie in client.cookies.items() if "alongside" in name)
    context.add_cookies([{"name": held.key, "value": held.value, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + "/components/")
    page.get_by_role("button", name="Leave this page quickly").click()
    page.wait_for_url(WEATHER)

    page.goto(live_server.url + "/components/")
    expect(page.get_by_role("link", name="Leave this page quickly")).to_be_visible()
    context.close()
