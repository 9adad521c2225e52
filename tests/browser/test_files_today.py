"""What waits, and how holders did: on a phone, on a desk, by day and by night, without a mouse and without scripts."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from casefiles_support.models import AccessRequest, Timing
from mentoring.models import Mentor
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, no_policy_errors, tab_stops_visible
from tests.browser.walking import tab_to
from tests.factories.files import beside, holder, journey_of, request_to, sitting_of


@pytest.fixture
def waiting(jo: Any, finn: Any, sam: Any) -> Any:
    """A question of Bradford, a late Leeds, and a time to read."""
    now = timezone.now()
    today = now.date()
    made = journey_of(jo, finn, at=now - timedelta(days=80), status="waiting")
    request_to(made, holder(), received=today - timedelta(days=70))
    asked = request_to(made, holder("Bradford Council"), received=today - timedelta(days=20),
                       clarification_asked=today - timedelta(days=9))  # fmt: skip
    AccessRequest.objects.filter(pk=asked.pk).update(status="paused")
    beside(made, "peer_mentor", mentor=Mentor.objects.get(person__login=sam), by=finn)
    sitting_of(made, starts_at=now + timedelta(days=2))
    return made


@pytest.fixture
def figures(db: Any) -> None:
    for name, number in (("Leeds City Council", 24), ("Bradford Council", 7)):
        for n in range(number):
            Timing.objects.create(holder=holder(name), year=timezone.localdate().year, quarter=1, days_taken=30 + n,
                                  days_late=1 if n < 11 else 0, outcome="answered")  # fmt: skip


def looked_at(page: Page, url: str) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 844})
            page.goto(url)
            no_overflow(page)
        page.set_viewport_size({"width": 320, "height": 844})
        axe_clean(page)
    tab_stops_visible(page)


@pytest.mark.parametrize("who", ["finn", "sam", "marion", "nadia"])
def test_what_waits_is_fit_to_be_read_by_each_role(
    page: Page, signed_in: Any, live_server: Any, policy_errors: list[str], waiting: Any, request: Any, who: str
) -> None:
    signed_in(request.getfixturevalue(who))
    looked_at(page, live_server.url + reverse("casefiles_support:today-index"))

    no_policy_errors(policy_errors)


@pytest.mark.parametrize("name", ["questions", "readings"])
def test_each_list_is_fit_to_be_read(
    page: Page, signed_in: Any, live_server: Any, finn: Any, waiting: Any, name: str
) -> None:
    signed_in(finn)
    looked_at(page, live_server.url + reverse("casefiles_support:today-show", args=[name]))


def test_figures_of_holders_are_fit_to_be_read(
    page: Page, signed_in: Any, live_server: Any, policy_errors: list[str], marion: Any, figures: None
) -> None:
    signed_in(marion)
    looked_at(page, live_server.url + reverse("casefiles_support:figures-holders"))

    no_policy_errors(policy_errors)


def test_from_the_desk_to_somebody_without_a_mouse(
    page: Page, signed_in: Any, live_server: Any, finn: Any, waiting: Any
) -> None:
    signed_in(finn)
    page.goto(live_server.url + "/desk/")
    for link in ("Open what waits", "Jo"):
        wanted = page.get_by_role("main").get_by_role("link", name=link, exact=True).first
        tab_to(page, wanted)
        page.keyboard.press("Enter")
        page.wait_for_load_state()

    expect(page).to_have_url(live_server.url + reverse("casefiles_support:journeys-detail", args=[waiting.ref]))


def test_another_year_is_chosen_without_scripts(arrive: Any, marion: Any, figures: None) -> None:
    marion_s = arrive(marion, scripted=False)
    marion_s.go("casefiles_support:figures-holders")
    marion_s.page.get_by_text("Choose a year").click()
    marion_s.press("Show")

    marion_s.reads("Leeds City Council")
    marion_s.reads("fewer than 10")
