"""A mentor on a phone claims a fare with a photo; a coordinator answers; and the pages about care are looked at."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from playwright.sync_api import Page, expect

from mentoring.models import Claim, Mentor, Receipt
from tests.browser.looking import WIDTHS, axe_clean, no_overflow, tab_stops_visible
from tests.matrix.fixtures_care import met

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def address(live_server: Any) -> Callable[..., str]:
    return lambda name, *args: live_server.url + reverse(f"mentoring:{name}", args=args)


def test_a_fare_is_claimed_on_a_phone_and_approved(
    page: Page, signed_in: Any, address: Any, sam: Any, rosa: Any, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    photo = io.BytesIO()
    Image.new("RGB", (60, 40), "white").save(photo, "JPEG")
    page.set_viewport_size(PHONE)
    signed_in(sam)

    page.goto(address("claims-mine"))
    page.get_by_role("link", name="Claim money back").click()
    page.get_by_text("Bus, train or taxi").click()
    page.get_by_label("How much was it?").fill("4.80")
    page.get_by_label("What was it for?").fill("Bus there and back")
    page.get_by_label("A photo of the receipt").set_input_files(
        {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": photo.getvalue()}
    )
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("Somebody will answer within five working days")).to_be_visible()
    assert Receipt.objects.count() == 1

    signed_in(rosa)
    page.goto(address("claims-index"))
    page.locator("tbody a").first.click()
    page.get_by_role("button", name="Approve £4.80").click()
    expect(page.get_by_text("It is paid with the next batch")).to_be_visible()
    assert Claim.objects.get().status == "approved"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_of_a_mentor_are_clear_at_every_width(
    page: Page, signed_in: Any, address: Any, sam: Any, rosa: Any, width: int
) -> None:
    mentor = Mentor.objects.get(person__login=sam)
    held = met(mentor, rosa, timezone.now(), "h1")
    page.set_viewport_size({"width": width, "height": 900})
    signed_in(sam)
    own = [(name, ()) for name in ("claims-mine", "claims-begin", "supervisions-mine", "availabilities-edit",
                                   "standings-mine", "experiences-mine", "leaves-tell")]  # fmt: skip
    for name, args in [*own, ("supervisions-answer", (held.ref,))]:
        page.goto(address(name, *args))
        no_overflow(page)
        if width == 390:
            axe_clean(page)
    tab_stops_visible(page)

    signed_in(rosa)
    for name, args in [("supervisions-index", ()), ("supervisions-with_mentor", (mentor.ref,)), ("leaves-index", ())]:
        page.goto(address(name, *args))
        no_overflow(page)
        if width == 390:
            axe_clean(page)
