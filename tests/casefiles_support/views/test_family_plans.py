import pytest
from django.urls import reverse

from casefiles_support.models import FamilyPlan

pytestmark = pytest.mark.django_db
PLAN = {"key": "p1", "whom": "sister", "share": "some", "contact": "not_asked"}


def url(name, ref):
    return reverse(f"casefiles_support:family_plans-{name}", args=[ref])


@pytest.fixture
def as_finn(client, sign_in, finn):
    return sign_in(client, finn)


def test_a_plan_is_made_once_they_heard_that_calls_are_recorded(as_finn, journey):
    answer = as_finn.post(url("make", journey.ref), PLAN)
    assert answer.status_code == 422
    assert "Tell them first that calls are recorded" in answer.text

    assert as_finn.post(url("make", journey.ref), PLAN | {"recorded_told": "on"}).status_code == 302
    assert "My sister" in as_finn.get(url("of_journey", journey.ref)).text


def test_mediation_offers_only_what_follows(as_finn, family_plan):
    text = as_finn.get(url("mediate", family_plan.ref)).text

    assert "They would like it" in text
    assert "We have asked a service" not in text
    assert as_finn.post(url("mediate", family_plan.ref), {"to": "asked", "version": "1"}).status_code == 302


def test_two_versions_are_shown_to_whoever_comes_second(as_finn, family_plan):
    told = {"share": "some", "contact": "may", "recorded_told": "on", "version": "1"}
    assert as_finn.post(url("revise", family_plan.ref), told).status_code == 302

    answer = as_finn.post(url("revise", family_plan.ref), told | {"share": "nothing_yet"})

    assert answer.status_code == 409
    assert FamilyPlan.objects.get().share == "some"


def test_that_they_told_them_is_written_down(as_finn, family_plan):
    assert (
        as_finn.post(
            url("tell", family_plan.ref), {"on_0": "22", "on_1": "11", "on_2": "2026", "version": "1"}
        ).status_code
        == 302
    )
