"""A lead makes a code, and somebody without email comes in by it; the pages fit a small screen, as axe wants it."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Browser, Page

from tests.browser.looking import axe_clean, no_overflow
from tests.conftest import NOW
from tests.training import leading
from tests.training.courses import course, module
from training.actions import cohorts, events, join_codes
from training.models import Learner, ModuleVersion


@pytest.fixture
def learning(live_server: Any, leeds: Any, hana: Any) -> dict[str, str]:
    """A prison with somebody in each of its lists: what the address of each needs."""
    held = course()
    module(held)
    bo = leading.add("Bo Lane", leeds, by=hana)
    leading.in_post(leeds, hana, officer=20)
    cohort = cohorts.add(establishment=leeds, name="Autumn", course=held, due_on=None, key="k1", by=hana, at=NOW)
    cohorts.join(cohort=cohort, learner=bo, by=hana, at=NOW)
    now = timezone.now()
    code = join_codes.make(
        establishment=leeds, cohort=cohort, job="officer", places=5, expires_on=now.date() + timedelta(days=9),
        key="k2", by=hana, at=now,
    )  # fmt: skip
    event = events.plan(
        establishment=leeds, title="Together", room="", starts_at=now, minutes=60, key="k3",
        covers=ModuleVersion.objects.get(), by=hana, at=now,
    )  # fmt: skip
    events.expect(event=event, learner=bo, by=hana, at=now)
    return {"learner": bo.ref, "cohort": cohort.ref, "code": code.ref, "event": event.ref, "typed": code.in_groups}


def test_somebody_without_email_comes_in_with_a_code_and_without_scripts(
    browser: Browser, live_server: Any, learning: dict[str, str], leeds: Any
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + reverse("training:join-codes-use"))
    page.get_by_label("The code").fill(learning["typed"].lower())
    page.get_by_label("What do you do there?").select_option("officer")
    page.get_by_label("Your name").fill("Cy Holt")
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Username").fill("cyholt")
    page.get_by_label("Password", exact=True).fill("a quiet walk by the canal")
    page.get_by_label("Password again").fill("a quiet walk by the canal")
    page.get_by_role("button", name="Make my login").click()

    page.get_by_role("heading", name="Sign in").wait_for()
    learner = Learner.objects.get(login__username="cyholt")
    assert learner.stations.get().establishment == leeds
    assert learner.enrolments.exists()
    page.context.close()


def test_its_pages_fit_a_small_screen_and_can_be_read_by_all(
    page: Page, signed_in: Any, live_server: Any, learning: dict[str, str], hana: Any, policy_errors: list[str]
) -> None:
    signed_in(hana)
    page.set_viewport_size({"width": 320, "height": 700})
    places = (
        ("coverage-prison",), ("learners-page", "learner"), ("cohorts-page", "cohort"), ("join-codes-page", "code"),
        ("imports-index",), ("events-page", "event"), ("events-register", "event"), ("headcounts-enter",),
    )  # fmt: skip
    for name, *args in places:
        page.goto(live_server.url + reverse(f"training:{name}", args=[learning[one] for one in args]))
        no_overflow(page)
        axe_clean(page)
    assert policy_errors == []
