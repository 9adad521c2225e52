"""A mentor writes down a goal and ticks a step on a phone; the pages of plans, asking and endings are sound."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from mentoring.actions import advocacy, endings, goals, reviews, steps
from mentoring.models import Review, Step
from tests.browser.looking import axe_clean, no_overflow, no_policy_errors, tab_stops_visible


@pytest.fixture
def address(live_server: Any) -> Callable[..., str]:
    return lambda name, *args: live_server.url + reverse(name, args=args)


def test_a_mentor_writes_down_a_goal_and_ticks_a_step(page, signed_in, match, sam, address):
    signed_in(sam)
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(address("mentoring:matches-detail", match.ref))
    page.get_by_role("link", name="Add a goal").click()
    page.get_by_label("What do they want?").fill("My own key")
    page.get_by_text("Somewhere to live").click()
    page.get_by_role("button", name="Write it down").click()

    page.get_by_label("A small step").fill("Ring the council")
    page.get_by_role("button", name="Add this step").click()
    page.get_by_role("button", name=re.compile("Done.*Ring the council")).click()

    expect(page.get_by_role("button", name="Not yet after all")).to_be_visible()
    assert Step.objects.get().status == "done"


def test_the_pages_are_sound_on_a_small_phone(page, signed_in, match, jo, sam, rosa, address, policy_errors):
    now, today = timezone.now(), timezone.localdate()
    goal = goals.set_down(match=match, words="My own key", topic="housing", key="g", by=sam, at=now)
    steps.add(goal=goal, words="Ring the council", key="s", by=sam, at=now)
    reviews.plan_all(by=None, at=now)
    issue = advocacy.open_issue(
        match=match, what="A visit", hook="comp1", permission_how="spoken", permission_on=today, asked_on=today,
        to_words="The wing", key="k", by=sam, at=now,
    )  # fmt: skip
    ending = endings.begin(match=match, last_on=today + timedelta(days=9), plan="Cake", by=sam, at=now)
    signed_in(rosa)
    page.set_viewport_size({"width": 320, "height": 800})

    for name, ref in (
        ("matches-detail", match.ref), ("goals-detail", goal.ref), ("goals-print", jo.ref), ("goals-person", jo.ref),
        ("reviews-hold", Review.objects.get().ref), ("reviews-sheet", Review.objects.get().ref),
        ("advocacy-open", match.ref), ("advocacy-detail", issue.ref), ("advocacy-escalate", issue.ref),
        ("endings-detail", ending.ref), ("endings-end_early", match.ref), ("endings-letter", ending.ref),
        ("note_releases-give", match.ref),
    ):  # fmt: skip
        page.goto(address(f"mentoring:{name}", ref))
        axe_clean(page)
        no_overflow(page)
    tab_stops_visible(page)
    for name in ("reviews-index", "advocacy-index", "follow_ups-index"):
        page.goto(address(f"mentoring:{name}"))
        axe_clean(page)
        no_overflow(page)
    no_policy_errors(policy_errors)
