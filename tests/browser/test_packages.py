"""A module in another learning system, and on a hub without scripts."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looking import WIDTHS, axe_clean, no_overflow
from tests.training.shipped import version_of
from training import packing

TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript"}
# As much of a SCORM 1.2 system as a package speaks to: it keeps what it is told, and the order of the calls.
SYSTEM = """<!DOCTYPE html><html lang="en"><title>A system</title><script>
  window.told = {"cmi.core.lesson_status": "not attempted"}; window.calls = [];
  window.API = {
    LMSInitialize: () => { calls.push("begin"); return "true"; },
    LMSGetValue: (name) => told[name] || "",
    LMSSetValue: (name, value) => { told[name] = value; return "true"; },
    LMSCommit: () => { calls.push("keep"); return "true"; },
    LMSFinish: () => { calls.push("finish"); return "true"; },
  };
</script><iframe src="index.html" title="The module" width="900" height="700"></iframe></html>"""


@pytest.fixture
def version():
    return version_of("staff-asking")


def serve(page: Page, files: Any, live_server: Any) -> str:
    """The files of a package at an address of their own."""
    root = f"{live_server.url}/packed/"

    def answer(route: Any) -> None:
        name = route.request.url.removeprefix(root)
        if name in files:
            route.fulfill(status=200, content_type=TYPES[name.rpartition(".")[2]], body=files[name])
        else:
            route.fulfill(status=404, body="")

    page.route(f"{root}**", answer)
    return root


def answer_all(frame: Any, version: Any, *, wrong: int = 0) -> None:
    """Every question rightly, but for so many at the beginning, which stay empty."""
    asked = [block for lesson in version.plain["lessons"] for block in lesson["blocks"]
             if block["type"] == "question" and block["value"]["when"] == "test"]  # fmt: skip
    for block in asked[wrong:]:
        for place, option in enumerate(block["value"]["options"], start=1):
            kind, line = block["value"]["kind"], frame.locator(f'[name="{block["id"]}"][data-line="{option["id"]}"]')
            if kind == "order":
                line.fill(str(place))
            elif kind == "match":
                line.select_option(option["id"])
            elif option["right"]:
                frame.locator(f'[name="{block["id"]}"][value="{option["id"]}"]').check()


def test_another_system_hears_how_it_went(page, version, live_server, policy_errors):
    root = serve(page, {**packing.scorm(version), "system.html": SYSTEM}, live_server)
    page.goto(f"{root}system.html")
    frame = page.frame_locator("iframe")
    hand_in = frame.get_by_role("button", name="Hand it in")
    hand_in.wait_for()
    assert page.evaluate("told['cmi.core.lesson_status']") == "incomplete"

    answer_all(frame, version, wrong=3)
    hand_in.click()
    frame.get_by_text("You have not passed yet.").wait_for()
    assert page.evaluate("told['cmi.core.lesson_status']") == "failed"

    answer_all(frame, version)
    hand_in.click()
    frame.get_by_text("You have 100 out of 100.").wait_for()
    told = page.evaluate("told")
    assert told["cmi.core.lesson_status"] == "passed"
    assert (told["cmi.core.score.raw"], told["cmi.core.score.min"], told["cmi.core.score.max"]) == ("100", "0", "100")

    page.evaluate("document.querySelector('iframe').src = 'about:blank'")
    page.wait_for_function("calls.at(-1) === 'finish'")
    assert page.evaluate("told['cmi.core.session_time']").startswith("0000:00:")
    assert page.evaluate("calls[0]") == "begin"
    assert not policy_errors


def test_without_a_system_it_still_marks(page, version, live_server, policy_errors):
    page.goto(f"{serve(page, packing.scorm(version), live_server)}index.html")
    page.get_by_role("button", name="Hand it in").click()

    page.get_by_text("You have 0 out of 100.").wait_for()
    assert "Look again at: question 1" in page.locator("#result").inner_text()
    assert not policy_errors


@pytest.mark.parametrize("what", [packing.scorm, packing.pages])
def test_a_package_is_sound_at_every_width(page, version, live_server, what):
    root = serve(page, what(version), live_server)
    for name in [name for name in what(version) if name.endswith(".html")]:
        page.goto(root + name)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            no_overflow(page)
        axe_clean(page)


def test_without_scripts_everything_can_be_read(browser: Browser, version, live_server):
    page = browser.new_context(java_script_enabled=False).new_page()
    root = serve(page, packing.pages(version), live_server)
    page.goto(f"{root}index.html")
    for lesson in version.plain["lessons"]:
        page.get_by_role("link", name=lesson["title"]).last.click()
        assert page.get_by_role("heading", level=1).inner_text() == lesson["title"]
    page.get_by_role("link", name="That was the last lesson. Go on to the test").click()
    assert "answer sheet" in page.get_by_role("main").inner_text()
    page.context.close()
