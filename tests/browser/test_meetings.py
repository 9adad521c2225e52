"""A register by keyboard alone, and the pages of meetings and groups on a phone and on a desk."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from mentoring.models import Attendance
from tests.browser.looking import axe_clean, no_overflow, no_policy_errors, tab_stops_visible


@pytest.fixture
def address(live_server: Any) -> Callable[..., str]:
    return lambda name, *args: live_server.url + reverse(f"mentoring:{name}", args=args)


def test_a_register_is_taken_by_keyboard_alone(page, signed_in, group, lee, jo, sam, address):
    signed_in(sam)
    page.goto(address("registers-take", group.ref))
    page.get_by_label("What time did it start?").fill("0001")
    expect(page.get_by_label("Why did Lee not come?")).to_be_hidden()

    page.get_by_role("group", name="Jo").get_by_label("Came", exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")  # one stop for each person
    page.keyboard.press("ArrowUp")  # from the first answer round to the last
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    page.keyboard.type("Lockdown")
    page.get_by_label("How long were you together?").fill("60")
    page.get_by_role("button", name="Save register").click()

    expect(page.get_by_text("Saved. Thank you for being there.")).to_be_visible()
    marks = dict(Attendance.objects.values_list("person__preferred_name", "mark"))
    assert marks == {"Jo": "attended", "Lee": "not_attended"}
    assert Attendance.objects.get(person=lee).cause == "prison_security"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_of_meetings_are_sound(
    page, signed_in, group, lee, meeting, group_meeting, repeat, sam, rosa, address, width, policy_errors
):
    page.set_viewport_size({"width": width, "height": 800})
    signed_in(sam)
    places = [address("calendar-index"), address("meetings-plan"), address("meetings-detail", meeting.ref),
              address("meetings-move", meeting.ref), address("meetings-log", group_meeting.ref),
              address("feeds-show")]  # fmt: skip
    for place in places:
        page.goto(place)
        axe_clean(page)
        no_overflow(page)
        tab_stops_visible(page)
    signed_in(rosa)
    for place in (address("groups-detail", group.ref), address("attendance-figures"), address("calendar-unlogged")):
        page.goto(place)
        axe_clean(page)
        no_overflow(page)
    no_policy_errors(policy_errors)
