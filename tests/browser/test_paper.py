"""A coordinator types a sheet in without a mouse; the pages of paper at both widths."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from mentoring.actions import sheets, stacks
from mentoring.actions.sessions import Details
from mentoring.actions.stacks import Wanted
from mentoring.models import PaperSheet, Session
from people.actions import identifications
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, no_policy_errors, tab_stops_visible


@pytest.fixture
def printed(match, rosa, yorkshire, leeds) -> list[PaperSheet]:
    wanted = Wanted(kind="one_to_one", team=yorkshire, match=match, establishment=leeds)
    return stacks.print_(wanted=wanted, count=2, key="stack0000001", by=rosa, at=timezone.now())


def address(live_server: Any, name: str, *args: str) -> str:
    return live_server.url + reverse(name, args=args)


def type_on(page: Page, label: str, text: str) -> None:
    """Go on with the Tab key until the box with this label, as a typist does, and type."""
    wanted = page.get_by_label(label, exact=True)
    for _ in range(60):
        if wanted.evaluate("box => box === document.activeElement"):
            page.keyboard.type(text)
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key never came to {label}")


def date_on(page: Page, question: str, day: Any) -> None:
    group = page.get_by_role("group", name=question)
    group.get_by_label("Day").focus()
    for part in (day.day, day.month, day.year):
        page.keyboard.type(str(part))
        page.keyboard.press("Tab")


def test_a_sheet_is_typed_in_without_a_mouse(page: Page, live_server, signed_in: Callable, rosa, printed, match):
    day = timezone.localdate() - timedelta(days=3)
    signed_in(rosa)
    page.goto(address(live_server, "mentoring:sheets-index"))
    type_on(page, "Code on the sheet", printed[0].code_in_fours.lower())
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Sam with Jo")).to_be_visible()
    page.get_by_label("Yes").first.focus()
    page.keyboard.press("Space")
    date_on(page, "What day was it?", day)
    type_on(page, "What time did it start?", "14:30")
    type_on(page, "How long were you together?", "45")
    page.get_by_label("Face to face").focus()
    page.keyboard.press("Space")
    type_on(page, "What did you do together?", "Wrote to his sister.")
    date_on(page, "What day did you write this?", day)
    page.get_by_role("button", name="Save session").focus()
    page.keyboard.press("Enter")

    expect(page.get_by_text("Typed in. You can throw")).to_be_visible()
    assert Session.objects.get().sheet == printed[0]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_of_paper_are_for_everybody(
    page: Page, live_server, signed_in: Callable, policy_errors, rosa, printed, match, jo, leeds, width
):
    now = timezone.now()
    said = Details(
        kind="one_to_one", setting="custody", medium="in_person", establishment=leeds, happened=True, minutes=45,
        started_at=now - timedelta(days=9),
    )  # fmt: skip
    sheets.key_session(
        sheet=printed[0], mentor=match.mentor, details=said, marks={match: "attended"},
        written_on=timezone.localdate(), key="k1", by=rosa, at=now,
    )  # fmt: skip
    identifications.record(
        person=jo, asked_on=timezone.localdate() - timedelta(days=40), stage="court", asked_by_role="prison",
        wording="care_leaver_1", answer="no", next_ask_on=timezone.localdate() - timedelta(days=2), key="a1", by=rosa,
        at=now,
    )  # fmt: skip
    page.set_viewport_size({"width": width, "height": 900})
    signed_in(rosa)
    for name, *args in (
        ("mentoring:sheets-index",),
        ("mentoring:stacks-print",),
        ("mentoring:stacks-detail", printed[0].stack),
        ("mentoring:sheets-key", printed[0].ref),  # typed in: what it became
        ("mentoring:sheets-key", printed[1].ref),
        ("mentoring:sheets-delays",),
        ("people:identifications-index",),
        ("people:identifications-record", jo.ref),
    ):
        page.goto(address(live_server, name, *args))
        axe_clean(page)
        no_overflow(page)
    tab_stops_visible(page)
    # The 409 page is an answer that the console notes; it is no breach of anything.
    no_policy_errors([error for error in policy_errors if "409" not in error])
