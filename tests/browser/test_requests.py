"""The pages of requests and holders are looked at, narrow and wide: nothing runs over, and axe finds nothing."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.looking import WIDTHS, axe_clean, no_overflow
from tests.casefiles_support.fixtures_requests import RECEIVED_ON, happened
from tests.matrix.fixtures_files_journeys import *  # noqa: F403


def test_the_clock_and_the_directory_fit_and_can_be_read_by_all(
    page: Page, signed_in: Any, live_server: Any, finn: Any, a_running_request: Any, an_authority: Any, a_holder: Any
) -> None:
    asked = RECEIVED_ON + timedelta(days=2)
    happened(a_running_request, "clarification_asked", asked, by=finn)
    happened(a_running_request, "clarification_answered", asked + timedelta(days=2), by=finn)
    signed_in(finn)
    places = (
        ("requests-page", a_running_request.ref), ("requests-index", a_running_request.journey.ref),
        ("requests-begin", a_running_request.journey.ref), ("facts-add", a_running_request.ref),
        ("stops-withdraw", a_running_request.ref), ("holders-index",), ("holders-page", a_holder.ref),
        ("holders-verify", a_holder.ref),
    )  # fmt: skip
    for name, *args in places:
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(live_server.url + reverse(f"casefiles_support:{name}", args=args))
            no_overflow(page)
        axe_clean(page)

    page.goto(live_server.url + reverse("casefiles_support:requests-page", args=[a_running_request.ref]))
    page.get_by_text("How we worked out this date").click()
    expect(page.get_by_text("One month from")).to_be_visible()
