"""Certificates and paper as people see them: at every width, by keyboard, and without scripts."""

from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, expect

from tests.browser.looking import WIDTHS, axe_clean, no_overflow, no_policy_errors, tab_stops_visible
from tests.conftest import NOW
from tests.training.courses import course, module
from tests.training.finishing import read_all, take_test
from training.actions import answer_sheets, enrolments, learners, progress
from training.models import Certificate, ModuleVersion


@pytest.fixture
def version(db):
    return ModuleVersion.objects.get(page=module(course(), valid_months=12))


@pytest.fixture
def certificate(version, rosa):
    """Rosa's own: she sees both sides of it."""
    learner = learners.add(name="Rosa Diaz", place="", login=rosa, by=None, at=NOW)
    page = version.page.get_parent().specific
    on_it = enrolments.enrol(learner=learner, course=page, source="self", by=rosa, at=NOW)
    begun = progress.begin(enrolment=on_it, version=version, by=rosa, at=NOW)
    read_all(begun, by=rosa)
    take_test(begun, right=5, by=rosa)
    return Certificate.objects.get()


@pytest.fixture
def sheet(version, rosa):
    whose = answer_sheets.Whose(name="Kit Lane", place="HMP Leeds")
    return answer_sheets.give(whose=whose, version=version, key="k3y000000001", by=rosa, at=NOW)


def test_its_pages_are_sound(page, live_server, signed_in, rosa, certificate, sheet, policy_errors):
    signed_in(rosa)
    pages = [
        ("certificates-verify", certificate.code), ("certificates-check",), ("certificates-mine",),
        ("certificates-detail", certificate.ref), ("certificates-withdraw", certificate.ref),
        ("certificates-put_right", certificate.ref), ("answer_sheets-index",), ("answer_sheets-give",),
        ("answer_sheets-detail", sheet.ref), ("answer_sheets-key", sheet.ref), ("answer_sheets-void", sheet.ref),
        ("handouts-index",),
    ]  # fmt: skip
    for name, *args in pages:
        page.goto(live_server.url + reverse(f"training:{name}", args=args))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            no_overflow(page)
        axe_clean(page)
    tab_stops_visible(page)
    no_policy_errors(policy_errors)


def test_without_scripts_a_code_from_paper_is_checked(browser: Browser, live_server: Any, certificate):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + reverse("training:certificates-check"))
    page.get_by_label("Code on the certificate").fill(certificate.code_in_groups.lower())
    page.keyboard.press("Enter")

    expect(page.get_by_text("This certificate is current.")).to_be_visible()
    expect(page.get_by_text("Given to R. D.")).to_be_visible()
    page.context.close()
