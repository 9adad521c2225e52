import pytest
from django.urls import reverse

from casefiles_support.models import Evaluation, Holder
from tests.casefiles_support.fixtures_requests import TODAY, a_minimal_request, holder_called
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def url(name, *args):
    return reverse(f"casefiles_support:holders-{name}", args=args)


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def as_rosa(client, rosa):
    client.force_login(rosa)
    return client


def test_an_old_name_leads_to_whoever_has_the_records_now(as_rosa, a_holder):
    holder_called("Avon County Council", closed_on=TODAY, successor=a_holder, once_known_as="Somerset parts")
    holder_called("Bradford")
    answer = as_rosa.post(url("index"), {"words": "somerset"})
    found = text(as_rosa.get(answer["Location"]))

    assert "Avon County Council" in found and "Bradford" not in found
    assert "See Leeds City Council" in found


def test_the_list_is_narrowed_to_those_that_are_there(as_rosa, a_holder):
    holder_called("Avon County Council", closed_on=TODAY)
    found = text(as_rosa.get(url("index"), {"there": "yes"}))

    assert "Leeds City Council" in found and "Avon" not in found


def test_a_holder_is_added_and_says_that_no_letter_goes_there_yet(as_rosa):
    told = {"name": "St Mary’s", "kind": "home", "nation": "E", "regime": "uk_gdpr", "key": "h1"}
    page = as_rosa.post(url("add"), told, follow=True)

    assert Holder.objects.get().ref == "h1"
    assert "No letter goes there yet" in text(page)


def test_whoever_wrote_the_address_may_not_look_at_it_again(as_rosa, rosa, finn, client):
    holder = holder_called("St Mary’s", verified_on=None, written_by=rosa)
    assert as_rosa.post(url("verify", holder.ref), {"looked": "on", "version": 1}).status_code == 422

    client.force_login(finn)
    client.post(url("verify", holder.ref), {"looked": "on", "version": 1})
    holder.refresh_from_db()
    assert holder.verified_by == finn


def test_whoever_is_second_sees_both_versions(as_rosa, a_holder):
    Holder.objects.filter(pk=a_holder.pk).update(version=2)
    told = {"name": "Leeds", "kind": "council", "nation": "E", "regime": "uk_gdpr", "version": 1}

    assert as_rosa.post(url("edit", a_holder.ref), told).status_code == 409


def test_what_people_said_is_shown_from_ten_on(as_rosa, yorkshire, finn):
    holder = holder_called("Bradford")
    for number in range(10):
        assert "What people said" not in text(as_rosa.get(url("page", holder.ref)))
        request = a_minimal_request(yorkshire)
        request.holder = holder
        request.save()
        Evaluation.objects.create(
            request=request, key=f"e{number}", on=TODAY, holder_offered_support="yes", holder_explained="no",
            kept_informed="no", recorded_at=NOW, recorded_by=finn,
        )  # fmt: skip

    said = text(as_rosa.get(url("page", holder.ref)))
    assert "They offered support" in said and "They explained" not in said


def test_adoption_records_are_asked_for_elsewhere(as_rosa):
    holder = holder_called("An agency", kind="adoption", regime="adoption")

    assert "Ask the adoption agency" in text(as_rosa.get(url("page", holder.ref)))
