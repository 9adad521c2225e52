"""Somebody learns: by keyboard alone, and at a browser without scripts; and the pages fit a small screen."""

import re
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import axe_clean, no_overflow
from tests.browser.walking import tab_to
from tests.training.courses import block, course, module, option, whole_body
from tests.training.finishing import answers
from training.actions import progress
from training.models import Attempt, Certificate, ModuleVersion, Progress

LINES = ("Thank them", "Ask whom you may tell", "Ring the council")


@pytest.fixture
def asking(live_server: Any) -> ModuleVersion:
    """A module with something to put in order for practice, and something hard at its end."""
    lines = [option(f"line{n}", words) for n, words in enumerate(LINES)]
    steps = {
        "kind": "order", "when": "practice", "ask": "What comes first?", "options": lines, "right": "That is it.",
        "wrong": "Thank them first.", "points": 1, "fixed": False,
    }  # fmt: skip
    hard = [
        block("pause", "pause", {"warns": "Next is about harm.", "help": "Talk to your lead."}),
        block("end", "paragraph", "<p>Somebody was hurt.</p>"),
    ]
    module(course(), body=[*whole_body(), block("steps", "question", steps), *hard])
    return ModuleVersion.objects.get()


def press(page: Page, wanted: Locator) -> None:
    tab_to(page, wanted)
    page.keyboard.press("Enter")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def test_a_module_is_finished_by_keyboard_alone(
    page: Page, signed_in: Any, live_server: Any, asking: ModuleVersion, dee: Any
) -> None:
    signed_in(dee)
    page.goto(live_server.url + reverse("training:learning-mine"))
    press(page, page.get_by_role("link", name=asking.title))
    press(page, button(page, "Begin"))

    # How sure they are: the arrows choose.
    tab_to(page, page.get_by_role("radio", name="1. Not sure at all").first)
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, page.get_by_role("textbox", name="Where do you ask?"))
    page.keyboard.type("In the chapel, never at the desk.")
    for place, words in enumerate(LINES, start=1):
        tab_to(page, page.get_by_role("combobox", name=words))
        page.keyboard.type(str(place))
    press(page, button(page, "Check my answer"))
    expect(page.get_by_text("That is it.")).to_be_visible()
    # What was written beside it is still there.
    expect(page.get_by_role("textbox", name="Where do you ask?")).to_have_value("In the chapel, never at the desk.")
    press(page, button(page, "Go on"))
    press(page, button(page, "Finish reading"))

    press(page, page.get_by_role("link", name="The test", exact=True))
    press(page, button(page, "Begin, one question at a time"))
    begun = Progress.objects.get()
    for name, right in answers(begun, right=5).items():
        tab_to(page, page.locator(f'[name="q-{name}-answer"]').first)
        page.keyboard.press("Space")
        for _ in range(3):
            if page.locator(f'[name="q-{name}-answer"][value="{right}"]').is_checked():
                break
            page.keyboard.press("ArrowDown")
        press(page, page.get_by_role("button", name=re.compile("Next question|Look over my answers")))
    press(page, button(page, "Hand it in"))

    expect(page.get_by_role("heading", name="You passed")).to_be_visible()
    assert begun.reflections.get().words == "In the chapel, never at the desk."
    assert begun.confidences.get(moment="before").sure == 2
    assert Certificate.objects.get().progress == begun


def test_without_scripts_nothing_is_lost_and_nothing_counts_twice(arrive: Any, asking: ModuleVersion, dee: Any) -> None:
    at = arrive(dee, scripted=False)
    at.go("training:learning-mine")
    at.follow(asking.title)
    at.press("Begin")
    at.write("Where do you ask?", "In a quiet room.")
    at.reads("Next is about harm.")
    at.press("Leave the next part out")
    at.follow("The test")
    at.press("All questions on one page")
    for n in range(1, 6):
        at.pick(f"Which is q{n}?", "Answer a" if n < 5 else "Answer b")
    at.press("Look over my answers")
    at.press("Hand it in")
    at.reads("You passed")

    # The page before is asked for again, and leads here: there is nothing to hand in twice.
    at.page.go_back()
    at.reads("80 out of 100")
    assert Attempt.objects.count() == 1
    at.follow("See your certificate")
    at.reads(asking.title)
    assert Progress.objects.get().reflections.get().words == "In a quiet room."


def test_its_pages_fit_a_small_screen_and_can_be_read_by_all(
    page: Page, signed_in: Any, live_server: Any, asking: ModuleVersion, dee: Any, policy_errors: list[str]
) -> None:
    begun = progress.take_up(
        version=asking, name="Dee", establishment=None, roles=dee.roles, by=dee, at=asking.published_at
    )
    signed_in(dee)
    page.set_viewport_size({"width": 320, "height": 700})
    places = (
        ("learning-mine",), ("progress-detail", begun.ref), ("progress-page", begun.ref, "1"),
        ("attempts-begin", begun.ref), ("reflections-mine",),
    )  # fmt: skip
    for name, *args in places:
        page.goto(live_server.url + reverse(f"training:{name}", args=args))
        no_overflow(page)
        axe_clean(page)
    page.goto(live_server.url + reverse("training:attempts-begin", args=[begun.ref]))
    button(page, "All questions on one page").click()
    axe_clean(page)
    button(page, "Look over my answers").click()
    axe_clean(page)
    button(page, "Hand it in").click()
    axe_clean(page)
    no_overflow(page)
    assert policy_errors == []


def test_its_pages_can_be_read_in_the_dark(
    page: Page, signed_in: Any, live_server: Any, asking: ModuleVersion, dee: Any
) -> None:
    begun = progress.take_up(
        version=asking, name="Dee", establishment=None, roles=dee.roles, by=dee, at=asking.published_at
    )
    signed_in(dee)
    page.emulate_media(color_scheme="dark")
    for name, *args in (("learning-mine",), ("progress-detail", begun.ref), ("attempts-begin", begun.ref)):
        page.goto(live_server.url + reverse(f"training:{name}", args=args))
        axe_clean(page)
    page.goto(live_server.url + reverse("training:progress-page", args=[begun.ref, "1"]))
    for line, place in zip(LINES, ("2", "1", "3"), strict=True):
        page.get_by_role("combobox", name=line).select_option(place)
    button(page, "Check my answer").click()
    expect(page.get_by_text("Not quite")).to_be_visible()
    axe_clean(page)
