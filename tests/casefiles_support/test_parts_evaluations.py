from datetime import timedelta

import pytest
from django.template.loader import render_to_string

from casefiles_support.models import Erasure
from casefiles_support.parts_evaluations import part_of
from casefiles_support.tasks import see_what_falls_due
from tests.casefiles_support.fixtures_after import TODAY, closed

pytestmark = pytest.mark.django_db


def test_every_door_after_an_answer_opens_from_the_page_of_the_journey(journey, redaction, missing_item, finn):
    drawn = render_to_string("casefiles_support/evaluations/_part.html", {"part": part_of(journey, finn, TODAY)})

    assert "(1 covered, 1 missing)" in drawn
    for noun in ("redactions", "corrections", "complaints", "evaluation/look-back", "family-plans", "erasures"):
        assert f"/{noun}/" in drawn


def test_it_is_not_for_whoever_only_sees_that_there_is_a_hold(journey, redaction, nadia, wyn):
    for other in (nadia, wyn):
        assert part_of(journey, other, TODAY) == {}


def test_the_night_asks_once_for_what_was_kept_for_as_long_as_we_said(journey, complaint, asked_item, correction):
    closed(journey, on=TODAY - timedelta(days=800))

    see_what_falls_due.func()
    see_what_falls_due.func()

    assert Erasure.objects.get().why == "two_years"
