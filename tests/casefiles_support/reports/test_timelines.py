"""The timeline tells all that is held: nothing about a person is kept that they cannot see."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps

from casefiles_support.models import Fact, Journey
from casefiles_support.reports import timelines
from casefiles_support.reports.timelines import timeline_of
from casefiles_support.rules.telling import requests, support
from tests.conftest import NOW
from tests.factories.files import holder, journey_of, request_to

# A talk for a supporter is about the supporter. A duty that is told stands with the promises.
NOT_ABOUT_THEM = {"debriefs", "duties"}


def held():
    """The names by which a journey, a request or a parcel finds what belongs to it."""
    for model in apps.get_app_config("casefiles_support").get_models():
        for field in model._meta.get_fields():
            of_ours = field.many_to_one and field.related_model._meta.app_label == "casefiles_support"
            owns = of_ours and field.name in {"journey", "request", "parcel"} or field.one_to_one and field.concrete
            if owns and field.name in {"journey", "request", "parcel"}:
                yield field.remote_field.related_name


def test_all_that_is_held_is_told():
    sources = "".join(path.read_text() for path in Path(timelines.__file__).parent.glob("*.py"))
    names = set(held())

    assert {"facts", "supporters", "moves"} <= names
    untold = {name for name in names - NOT_ABOUT_THEM if f".{name}." not in sources and f'"{name}' not in sources}
    assert untold - {"requests", "parcels"} == set()


def test_there_are_words_for_every_fact_outcome_and_reading():
    # A mistake takes a fact back: neither is told.
    assert set(requests.FACTS) == set(Fact.Kind.values) - {"mistake"}
    models = {model.__name__: model for model in apps.get_app_config("casefiles_support").get_models()}
    assert set(support.OUTCOMES) == set(models["Checkpoint"].Outcome.values)
    assert set(support.READINGS) == set(models["Sitting"].Status.values) - {"planned"}
    assert set(support.BESIDE) == set(models["Supporter"].Role.values)
    assert set(support.VOID) == set(models["Pack"].Why.values)
    assert set(requests.OPENED) == set(models["Parcel"].Opened.values)
    assert set(support.DELETING) == set(models["Erasure"].Status.values)
    assert set(requests.COMPLAINED) == set(models["Complaint"].To.values)


@pytest.mark.django_db
def test_a_fact_that_was_put_right_is_told_as_it_is_now(jo, finn):
    journey = journey_of(jo, finn, at=NOW - timedelta(days=20))
    request = request_to(journey, holder(), received=(NOW - timedelta(days=9)).date())
    Fact.objects.create(
        request=request, kind="received", on=(NOW - timedelta(days=7)).date(), key="again", entered_at=NOW,
        entered_by=finn, supersedes=request.facts.get(), superseding_because="A wrong day",
    )  # fmt: skip
    told = [line.when for line in timeline_of(journey, on=NOW.date()) if "had your letter" in line.title]

    assert told == [(NOW - timedelta(days=7)).date()]


@pytest.mark.django_db
def test_what_is_still_to_come_is_not_told_as_if_it_had_happened(jo, finn):
    journey = journey_of(jo, finn, at=NOW - timedelta(days=20))
    request_to(journey, holder(), received=(NOW + timedelta(days=1)).date())

    assert not [line for line in timeline_of(journey, on=NOW.date()) if "had your letter" in line.title]


@pytest.mark.django_db
def test_the_newest_line_stands_first(jo, finn):
    journey = journey_of(jo, finn, at=NOW - timedelta(days=20))
    request_to(journey, holder(), received=(NOW - timedelta(days=9)).date(), posted=(NOW - timedelta(days=12)).date())
    days = [line.when for line in timeline_of(journey, on=NOW.date())]

    assert days == sorted(days, reverse=True)
    assert len(days) == 4


@pytest.mark.django_db
def test_it_asks_as_often_for_many_requests_as_for_one(jo, finn, django_assert_max_num_queries):
    journey = Journey.objects.get(pk=journey_of(jo, finn, at=NOW - timedelta(days=20)).pk)
    for n in range(6):
        request_to(journey, holder(f"Council {n}"), received=(NOW - timedelta(days=n)).date())

    with django_assert_max_num_queries(30):
        timeline_of(journey, on=NOW.date())
