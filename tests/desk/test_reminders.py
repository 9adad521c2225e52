"""Every text that people may get stands on one page, with what it says and what it costs."""

import pytest
from django.urls import reverse

from desk.wordings import OTHERS, wordings
from messaging import phrases, reminders

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, rosa):
    client.force_login(rosa)
    return client.get(reverse("desk:reminders-every")).text


def test_every_reminder_is_there_in_both_languages(page):
    for one in reminders.declared():
        assert f">{one.title}<" in page
    assert page.count("Waits for a fluent reader") == len(phrases.declared())
    assert page.count('<p lang="cy">') == 2 * len(phrases.declared())


def test_what_is_said_besides_reminders_is_there_by_a_title(page):
    reminding = {one.phrase for one in reminders.declared()}

    declared = {one.name for one in phrases.declared() if not one.name.startswith("tests.")}
    assert declared - reminding == set(OTHERS)
    for title in ("A meeting has moved", "A meeting is off", "A code for a new number"):
        assert f">{title}<" in page


def test_the_price_is_that_of_the_longest_text(settings):
    settings.TEXT_SEGMENT_PRICE = "0.05"
    for one in wordings():
        for preview in one.previews:
            assert preview.pence == 5 * preview.segments
            assert "{" not in preview.text and preview.segments <= phrases.MOST_SEGMENTS


def test_it_says_which_cannot_be_switched_off():
    fixed = {one.title for one in reminders.declared() if not one.may_switch_off}

    assert fixed
    assert {one.title for one in wordings() if one.switch.startswith("It cannot")} == fixed


def test_a_mentor_may_not_open_it(client, sam):
    client.force_login(sam)
    assert client.get(reverse("desk:reminders-every")).status_code == 403


def test_what_goes_by_email_is_there_too(page):
    assert "A concern that nobody has acknowledged" in page
