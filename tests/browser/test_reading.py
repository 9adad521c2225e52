"""Readers' ways through the public site: without scripts on a small telephone, magnified, on paper, in Welsh, by
keyboard alone, in colours of their own, and out again at once.
"""

import re
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from pages import content
from pages.actions import contacts, shipped
from pages.models import Feedback
from tests.browser.looking import axe_faults, no_overflow, tab_stops_visible
from tests.browser.walking import Walker, say_when_in_care, tab_to
from tests.factories.pages import FEW
from tests.factories.places import council

SMALL = {"width": 320, "height": 640}
MAGNIFIED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
WEATHER = "https://www.bbc.co.uk/weather"
ADVISER = "/help/personal-adviser/"
KEYS = {*FEW, "complaints", "easy-adviser", "cy-home", "cy-help", "cy-complaints"}
WIDE = ["/", ADVISER, "/check/help/", "/councils/", "/getting-in-touch/refer/", "/cy/help/cwyno/"]
LOOKS: dict[str, dict[str, Any]] = {
    "dark": {"color_scheme": "dark"},
    "colours of their own": {"forced_colors": "active"},
    "both": {"color_scheme": "dark", "forced_colors": "active"},
}
# What is cut off at the right, or lies beneath the words that come after it.
LOST = """() => [...document.querySelectorAll("main :is(p, li, h1, h2, h3, a, button, summary, label)")]
  .filter((it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest(".visually-hidden"))
  .map((it) => [it, it.getBoundingClientRect()])
  .filter(([it, box]) => box.width && (box.right > innerWidth + 1 || box.left < -1))
  .map(([it]) => it.outerHTML.slice(0, 120))"""

# Words in colours too near to what lies behind them (WCAG 1.4.3; as it reckons lightness).
PALE = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => parts(colour).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = (it) => {
    for (let at = it; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((parts(colour)[3] ?? 1) === 1) return light(colour);
    }
    return light("rgb(255, 255, 255)");
  };
  return [...document.querySelectorAll("body *")]
    .filter((it) => it.checkVisibility() && [...it.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((it) => [it, [light(getComputedStyle(it).color), behind(it)].sort((less, more) => less - more)])
    .filter(([, [less, more]]) => (more + 0.05) / (less + 0.05) < 4.5)
    .map(([it]) => it.outerHTML.slice(0, 120));
}"""


@pytest.fixture(autouse=True)
def tree(live_server: Any, settings: Any) -> None:
    settings.PUBLIC_BASE_URL = live_server.url
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    contacts.place(contacts=content.CONTACTS, by=None, at=timezone.now())
    shipped.place(pages=[one for one in content.SHIPPED if one.key in KEYS], by=None, at=timezone.now())


@pytest.fixture
def plain(browser: Browser, live_server: Any):
    """Somebody with a small telephone and no scripts, who holds no cookie at the end."""
    context = browser.new_context(viewport=SMALL, java_script_enabled=False)
    yield Walker(context.new_page(), live_server.url)
    assert context.cookies() == []
    context.close()


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


# ---------------------------------------------------------------- Without scripts


def test_without_scripts_somebody_reads_easy_read_and_makes_a_pack_for_a_friend(plain, live_server):
    page = plain.page
    page.goto(live_server.url + "/")
    plain.follow("Your personal adviser until 25")
    heading(page, "Your personal adviser until 25")
    plain.follow("Easy read")
    expect(page).to_have_url(live_server.url + ADVISER + "easy-read/")
    page.goto(live_server.url + "/")
    plain.follow("Make a pack on paper")
    plain.press("Make the pack")
    plain.reads("Choose a page or more.")
    page.get_by_label("Your personal adviser until 25").check()
    page.get_by_label("Large print").check()
    with page.expect_navigation(wait_until="commit") as waiting:
        plain.press("Make the pack")

    assert waiting.value.headers["content-type"] == "application/pdf"


def test_without_scripts_somebody_works_out_what_a_council_may_owe_them(plain, live_server):
    page = plain.page
    page.goto(live_server.url + "/")
    plain.follow("What help could I get?")
    plain.press("Show what I may be owed")
    expect(page.get_by_role("alert")).to_be_visible()
    say_when_in_care(page)

    plain.reads("What we think")
    plain.reads("former relevant child")
    assert page.url.endswith("/check/help/"), "an answer in the address stays in the history"


def test_without_scripts_somebody_finds_a_page_by_another_word_and_says_that_it_helped(plain, live_server):
    page = plain.page
    page.goto(live_server.url + "/")
    page.get_by_label("Look for something").fill("nick")
    page.get_by_role("button", name="Search").click()
    plain.follow("If you are in prison now")
    heading(page, "If you are in prison now")
    plain.press("Yes")

    heading(page, "Thank you")
    assert Feedback.objects.get().useful


# ---------------------------------------------------------------- Magnified


@pytest.mark.parametrize(
    "address", ["/", ADVISER, "/check/help/", "/councils/", "/getting-in-touch/refer/", "/cy/help/cwyno/"]
)
def test_at_400_per_cent_nothing_is_lost(page: Page, live_server, address):
    council()
    page.set_viewport_size(MAGNIFIED)
    page.goto(live_server.url + address)

    no_overflow(page)
    assert page.evaluate(LOST) == []
    page.evaluate("() => scrollTo({ top: 1500, behavior: 'instant' })")
    expect(page.locator(".leave")).not_to_be_in_viewport()


def test_at_400_per_cent_the_keys_lead_past_the_head_and_out(page: Page, live_server, elsewhere):
    page.set_viewport_size(MAGNIFIED)
    page.goto(live_server.url + ADVISER)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()

    page.goto(live_server.url + ADVISER)
    way_out = page.get_by_role("link", name="Leave this page quickly")
    tab_to(page, way_out, most=3)
    expect(way_out).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.wait_for_url(WEATHER)


# ---------------------------------------------------------------- On paper


def test_on_paper_a_guide_says_where_it_is_from_and_spells_its_links(page: Page, live_server, tmp_path):
    page.goto(live_server.url + ADVISER)
    page.pdf(path=tmp_path / "guide.pdf", format="A4")
    read = PdfReader(tmp_path / "guide.pdf")
    words = re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in read.pages))
    run_on = words.replace(" ", "")

    assert "Your personal adviser until 25" in words
    assert f"From{live_server.url}{ADVISER}".split("//")[-1].split("/", 1)[1] in run_on
    assert "https://www.legislation.gov.uk/" in run_on
    assert "The number of this page is" in words
    for furniture in ("Leave this page", "Skip to main", "On this page", "Print this page", "Help and rights Work"):
        assert furniture not in words
    assert len(read.pages) <= 6


def test_on_paper_no_line_is_cut(page: Page, live_server):
    page.goto(live_server.url + ADVISER)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1000})  # as wide as A4 within its margins

    no_overflow(page)
    assert page.evaluate(LOST) == []


def test_what_was_worked_out_prints_without_its_questions(page: Page, live_server):
    page.goto(live_server.url + "/check/help/")
    say_when_in_care(page)
    page.emulate_media(media="print")

    expect(page.get_by_text("What to say")).to_be_visible()
    expect(page.get_by_text("Worked out on")).to_be_visible()
    expect(page.get_by_label("Day", exact=True)).to_be_hidden()


# ---------------------------------------------------------------- In Welsh


def test_a_reader_of_welsh_goes_from_the_front_door_to_a_guide_to_english_and_back(page: Page, live_server):
    page.goto(live_server.url + "/")
    page.get_by_role("link", name="Cymraeg").click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    page.get_by_role("navigation", name="Prif ddewislen").locator("a[href='/cy/help/']").click()
    page.get_by_role("main").locator("a[href='/cy/help/cwyno/']").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "cy")

    page.get_by_role("link", name="English", exact=True).first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    expect(page).to_have_url(live_server.url + "/help/complaints/")
    page.get_by_role("link", name="Cymraeg").first.click()
    expect(page).to_have_url(live_server.url + "/cy/help/cwyno/")


# ---------------------------------------------------------------- By keyboard


def test_somebody_without_a_mouse_finds_a_guide_and_says_that_it_did_not_help(page: Page, live_server):
    page.emulate_media(reduced_motion="reduce")
    page.goto(live_server.url + "/")
    tab_to(page, page.get_by_label("Look for something"))
    page.keyboard.type("pa")
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("main").get_by_role("link", name="Your personal adviser until 25"))
    page.keyboard.press("Enter")
    heading(page, "Your personal adviser until 25")
    assert tab_stops_visible(page) > 15
    tab_to(page, page.get_by_role("button", name="No", exact=True))
    page.keyboard.press("Enter")

    heading(page, "We have kept your no")
    assert not Feedback.objects.get().useful


# ---------------------------------------------------------------- Out again


def test_shift_three_times_leaves_and_back_shows_nothing_of_ours(page: Page, live_server, elsewhere):
    page.goto("https://before.example/")
    for address in ("/", ADVISER, "/search/?q=prison"):
        page.goto(live_server.url + address)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(WEATHER)
    for _ in range(2):
        page.evaluate("() => history.back()")
        page.wait_for_timeout(400)
        page.wait_for_url(WEATHER)

    assert page.title() == "Elsewhere"


# ---------------------------------------------------------------- In other colours


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("address", ["/", ADVISER, "/check/help/", "/help/personal-adviser/easy-read/"])
def test_in_other_colours_everything_can_be_read(page: Page, live_server, look, address):
    page.set_viewport_size(SMALL)
    page.emulate_media(reduced_motion="reduce", **LOOKS[look])
    page.goto(live_server.url + address)

    # Of colours that a reader forces axe knows those that we would have had: they are measured below.
    assert [fault for fault in axe_faults(page) if not fault.startswith("color-contrast")] == []
    assert page.evaluate(PALE) == []
    no_overflow(page)
