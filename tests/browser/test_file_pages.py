"""The page that is read together, one’s own page, and a mentor’s: looked at on a phone, on a desk, and on paper."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from casefiles_support.models import Parcel
from mentoring.models import Mentor
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, tab_stops_visible
from tests.factories.files import beside, holder, journey_of, request_to, sitting_of


@pytest.fixture
def journey(jo: Any, finn: Any, sam: Any) -> Any:
    """Leeds has the letter, Bradford asked a question, a box came, and a time to read is planned."""
    now = timezone.now()
    made = journey_of(jo, finn, at=now - timedelta(days=40), status="file_here")
    day = (now - timedelta(days=12)).date()
    request_to(made, holder(), handed_in=day - timedelta(days=3), received=day)
    asked = request_to(
        made, holder("Bradford Council"), status="paused", received=day, clarification_asked=day + timedelta(days=4)
    )
    Parcel.objects.create(
        request=asked, key="p4rcel", arrived_on=now.date(), opened="no", status="with_programme_sealed", logged_at=now,
        logged_by=finn,
    )  # fmt: skip
    made.checkpoints.create(
        code="C1", outcome="not_now", on=day, words="After my visit", key="st4ge", recorded_at=now, recorded_by=finn
    )
    made.choices.create(topic="who_opens", value="me", key="ch0ice", chosen_at=now, chosen_by=finn)
    beside(made, "peer_mentor", mentor=Mentor.objects.get(person__login=sam), by=finn)
    sitting_of(made, starts_at=now + timedelta(days=6))
    return made


def looked_at(page: Page, url: str) -> None:
    """Nothing is too wide, axe finds nothing, and the Tab key shows where it is."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        page.goto(url)
        no_overflow(page)
    axe_clean(page)
    tab_stops_visible(page)


@pytest.mark.parametrize("name", ["journeys-detail", "journeys-looks", "journeys-print", "packs-print"])
def test_pages_of_whoever_supports_somebody(
    page: Page, signed_in: Any, live_server: Any, policy_errors: list[str], finn: Any, journey: Any, name: str
) -> None:
    signed_in(finn)
    looked_at(page, live_server.url + reverse(f"casefiles_support:{name}", args=[journey.ref]))

    assert policy_errors == []


@pytest.mark.parametrize("name", ["mine-show", "mine-looks"])
def test_my_own_pages(
    page: Page, signed_in: Any, live_server: Any, make_user: Any, jo: Any, journey: Any, name: str
) -> None:
    jo.login = make_user("jo", name="Jo")
    jo.save()
    signed_in(jo.login)
    looked_at(page, live_server.url + reverse(f"casefiles_support:{name}"))


def test_the_page_of_a_mentor(page: Page, signed_in: Any, live_server: Any, sam: Any, journey: Any) -> None:
    signed_in(sam)
    looked_at(page, live_server.url + reverse("casefiles_support:alongside-show", args=[journey.ref]))
