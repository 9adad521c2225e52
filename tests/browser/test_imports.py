"""A programme manager brings people in from another system."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from people.models import Person
from tests.browser.looking import axe_clean, no_overflow, no_policy_errors, tab_stops_visible

FILE = b"Client ID;First name;Surname;Area\n1;Ada;Canary;Yorkshire\n2;Cy;Wren;Nowhere\n"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_file_is_checked_and_brought_in(
    page, signed_in, marion, yorkshire, live_server, run_tasks, width, policy_errors
):
    signed_in(marion)
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(live_server.url + reverse("mentoring:imports-index"))
    axe_clean(page)
    no_overflow(page)
    tab_stops_visible(page)
    page.get_by_role("group", name="What is in the file?").get_by_text("People").click()
    page.get_by_label("Where does it come from?").fill("Old system")
    page.get_by_label("The file").set_input_files({"name": "in.csv", "mimeType": "text/csv", "buffer": FILE})
    page.get_by_label("Why do you bring it in?").fill("We leave the old system behind")
    page.get_by_role("button", name="Check the file").click()
    expect(page.get_by_text("team names no team that we know.")).to_be_visible()
    page.wait_for_load_state()  # the style sheets too
    axe_clean(page)
    no_overflow(page)

    page.get_by_role("button", name="Bring in what will do").click()
    expect(page.get_by_text("It is being brought in.")).to_be_visible()
    run_tasks()
    page.reload()
    page.wait_for_load_state()
    expect(page.get_by_role("link", name="Take this import back")).to_be_visible()
    axe_clean(page)
    no_policy_errors(policy_errors)
    assert [person.preferred_name for person in Person.objects.all()] == ["Ada"]
