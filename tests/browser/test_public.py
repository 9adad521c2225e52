"""The public site as readers meet it, and as editors make it, in a real browser under the content policy."""

import json
from datetime import date
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, FrameLocator, Page, expect
from wagtail.models import Locale

from accounts.models import User
from accounts.roles import Role
from pages import content
from pages.actions import contacts, shipped
from pages.models import Download, GuideIndexPage, GuidePage, Picture
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, no_policy_errors, tab_stops_visible
from tests.factories.pages import load_few
from tests.pages.rules.test_pictures import HOSTILE, drawn

ADDRESSES = ["/", "/help/", "/help/personal-adviser/", "/help/for-staff/", "/contact/", "/search/?q=prison"]
LAW = {"type": "law", "value": {"statute": "Children Act 1989", "section": "section 23C", "nation": "england"}}


@pytest.fixture(autouse=True)
def tasks_at_once(settings, tmp_path):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def site_pages(live_server) -> None:
    load_few(at=timezone.now())


@pytest.fixture
def evie(make_user) -> User:
    """An editor."""
    return make_user("evie", Role.EDITOR, name="Evie")


@pytest.fixture
def draft(site_pages) -> GuidePage:
    """All that a guide needs but a title worth having, a summary and the day it was checked."""
    return GuideIndexPage.objects.get().add_child(
        instance=GuidePage(
            title="Draft",
            live=False,
            nation="england",
            review_by=date(2027, 5, 1),
            body=json.dumps([{"type": "paragraph", "value": "<p>Ask the council.</p>"}]),
            sources=json.dumps([LAW]),
            locale=Locale.objects.get(language_code="en-gb"),
        )
    )


# ---------------------------------------------------------------- Readers


@pytest.mark.parametrize("path", ADDRESSES)
def test_axe_finds_nothing(page: Page, live_server, site_pages, policy_errors, nothing_leaves, path):
    page.emulate_media(reduced_motion="reduce")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(live_server.url + path)
        axe_clean(page)
        no_overflow(page)

    no_policy_errors(policy_errors)
    assert nothing_leaves == []


def test_welsh_which_is_longer_fits(page: Page, live_server):
    keys = {"home", "help", "complaints", "privacy", "cy-home", "cy-help", "cy-complaints"}
    contacts.place(contacts=content.CONTACTS, by=None, at=timezone.now())
    shipped.place(pages=[one for one in content.SHIPPED if one.key in keys], by=None, at=timezone.now())
    for path in ("/cy/help/", "/cy/help/cwyno/", "/cy/dim/"):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(live_server.url + path)
            no_overflow(page)
        axe_clean(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_every_stop_of_the_tab_key_is_seen(page: Page, live_server, site_pages, width):
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(live_server.url + "/help/personal-adviser/")

    assert tab_stops_visible(page) >= 10


def test_a_reader_without_javascript_finds_a_guide_and_reads_it(browser: Browser, live_server, site_pages):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + "/")
    page.get_by_role("link", name="Your personal adviser until 25").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Your personal adviser until 25")
    expect(page.get_by_text("Nobody whose work the law is has read it yet")).to_be_visible()
    expect(page.get_by_role("button", name="Print this page")).to_be_hidden()
    page.goto(live_server.url + "/search/")
    page.get_by_label("Look for something").fill("chaplain")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="If you are in prison now").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("If you are in prison now")


def test_a_guide_prints_on_a_few_white_pages(page: Page, live_server, site_pages):
    page.goto(live_server.url + "/help/asking-from-inside/")
    page.emulate_media(media="print")

    expect(page.get_by_role("heading", name="How to ask")).to_be_visible()
    expect(page.get_by_text("Leave this page quickly")).to_be_hidden()
    expect(page.get_by_text("On this page")).to_be_hidden()
    expect(page.get_by_text("/help/asking-from-inside/")).to_be_visible()
    assert page.pdf(format="A4").count(b"/Type /Page\n") <= 6


# ---------------------------------------------------------------- Editors


def preview_of(page: Page) -> FrameLocator:
    page.get_by_role("button", name="Toggle preview").click()
    return page.frame_locator("iframe").first


def test_an_editor_writes_a_draft_sees_it_and_asks_for_it_to_be_published(
    page: Page, live_server, signed_in, evie, draft, policy_errors, nothing_leaves
):
    signed_in(evie)
    page.goto(f"{live_server.url}/cms/pages/{draft.pk}/edit/")
    page.locator("#id_title").fill("Letters home")
    shown = preview_of(page)

    expect(shown.get_by_role("heading", level=1)).to_have_text("Letters home")
    expect(shown.get_by_text("Nobody has checked this page yet.")).to_be_visible()
    page.get_by_role("button", name="Save draft").click()
    page.wait_for_load_state("networkidle")
    expect(page.locator("#id_title")).to_have_value("Letters home")
    page.goto(f"{live_server.url}/cms/pages/{draft.pk}/history/")
    page.goto(f"{live_server.url}/cms/pages/{draft.pk}/workflow_history/")
    no_policy_errors(policy_errors)
    assert nothing_leaves == []
    assert GuidePage.objects.get(pk=draft.pk).get_latest_revision_as_object().title == "Letters home"
    assert not GuidePage.objects.get(pk=draft.pk).live


def test_a_draft_goes_to_readers_through_two_others(
    page: Page, live_server, settings, signed_in, make_user, evie, marion, draft, policy_errors
):
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0  # it would save what is half typed, at the moment when it is sent on
    edit, lee = f"{live_server.url}/cms/pages/{draft.pk}/edit/", make_user("lee", Role.LIVED_EXPERIENCE, name="Lee")
    signed_in(evie)
    page.goto(edit)
    submit(page)
    expect(page.get_by_text("Say on which day somebody checked these facts.")).to_be_visible()
    page.locator("#id_summary").fill("How to write.")
    page.locator("#id_checked_on").fill("2026-11-01")
    page.keyboard.press("Escape")
    submit(page)
    expect(page.get_by_text("has been submitted for moderation")).to_be_visible()

    for user, comment in ((lee, "I would have wanted this."), (marion, "")):
        page.context.clear_cookies()
        signed_in(user)
        page.goto(f"{live_server.url}/cms/")
        page.goto(f"{live_server.url}/editing/before/{draft.translation_key}/en-gb/")
        axe_clean(page)
        page.get_by_label("A word with it, if you like").fill(comment)
        page.get_by_role("button", name="Say yes").click()
        page.wait_for_load_state()

    page.context.clear_cookies()
    page.goto(live_server.url + "/help/draft/")
    expect(page.get_by_text("We checked this page on 1 November 2026.")).to_be_visible()
    no_policy_errors([error for error in policy_errors if "422" not in error])


def submit(page: Page) -> None:
    page.get_by_role("button", name="More actions").last.click()
    page.get_by_role("button", name="Submit to").click()
    page.wait_for_load_state()


def test_a_picker_opens_on_a_date_though_no_script_stands_in_the_page(
    page: Page, live_server, signed_in, marion, draft, policy_errors
):
    signed_in(marion)
    page.goto(f"{live_server.url}/cms/pages/{draft.pk}/edit/")
    page.locator("#id_checked_on").click()

    expect(page.locator(".xdsoft_datetimepicker:visible")).to_be_visible()
    no_policy_errors(policy_errors)


def test_an_editor_sends_pictures_and_files(
    page: Page, live_server, signed_in, evie, draft, policy_errors, nothing_leaves
):
    signed_in(evie)
    page.goto(live_server.url + "/cms/images/multiple/add/")
    send(page, "yard.jpg", "image/jpeg", drawn(size=(800, 600)))
    expect(page.get_by_label("Title*").first).to_be_visible()
    page.goto(live_server.url + "/cms/images/multiple/add/")
    send(page, "bomb.png", "image/png", HOSTILE["a bomb"][0])
    expect(page.get_by_text("too many pixels")).to_be_visible()
    page.goto(live_server.url + "/cms/documents/multiple/add/")
    send(page, "plan.pdf", "application/pdf", b"%PDF-1.7 plan")
    expect(page.get_by_label("Title*").first).to_be_visible()
    picture = f"images/{Picture.objects.get().pk}/"
    for path in ("", "images/", picture, "documents/", "pages/", "reports/site-history/", "account/"):
        page.goto(f"{live_server.url}/cms/{path}")
        page.wait_for_load_state("networkidle")

    assert Picture.objects.count() == Download.objects.count() == 1
    no_policy_errors(policy_errors)
    assert nothing_leaves == []


def send(page: Page, name: str, kind: str, data: bytes) -> None:
    file: Any = {"name": name, "mimeType": kind, "buffer": data}
    page.locator("input[type=file]").first.set_input_files(file)
