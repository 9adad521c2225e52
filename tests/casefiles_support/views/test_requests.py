from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from audit.models import Look
from casefiles_support.models import AccessRequest, Fact
from people.models import Person
from tests.casefiles_support.fixtures_requests import happened

pytestmark = pytest.mark.django_db


def url(name, ref):
    return reverse(f"casefiles_support:{name}", args=[ref])


def split(day, name="on"):
    return {f"{name}_0": day.day, f"{name}_1": day.month, f"{name}_2": day.year}


@pytest.fixture
def as_finn(client, finn):
    client.force_login(finn)
    return client


def text(answer):
    return " ".join(answer.content.decode().split())


def test_the_page_says_until_when_and_how_it_was_worked_out(as_finn, a_running_request, jo):
    said = text(as_finn.get(url("requests-page", a_running_request.ref)))

    assert "Leeds City Council has until the end of Friday 4 December 2026" in said
    assert "How we worked out this date" in said and "One month from Wednesday 4 November 2026" in said
    assert Look.objects.filter(verb="files.request.opened", about_ref=jo.ref).exists()


def test_a_guess_says_that_it_is_one(as_finn, a_sent_request):
    Fact.objects.create(
        request=a_sent_request, kind="received", on="2026-01-05", basis="assumed", key="old", entered_at=timezone.now()
    )
    AccessRequest.objects.filter(pk=a_sent_request.pk).update(status="running")
    said = text(as_finn.get(url("requests-page", a_sent_request.ref)))

    assert "may be late" in said and "this is a guess" in said and "is late:" not in said


def test_what_is_asked_for_elsewhere_says_where_and_shows_no_day(as_finn, a_request):
    type(a_request.holder).objects.filter(pk=a_request.holder_id).update(regime="court")
    said = text(as_finn.get(url("requests-page", a_request.ref)))

    assert "Ask the court that heard the case" in said and "until the end of" not in said


def test_a_practitioner_begins_a_request(as_finn, journey, a_holder):
    answers = {"holder": a_holder.ref, "scope": "memories", "format": "paper", "deliver_to": "supporter", "key": "b1"}
    answer = as_finn.post(url("requests-begin", journey.ref), answers)

    made = AccessRequest.objects.get()
    assert answer.url == url("requests-page", made.ref)
    assert (made.scope, made.wants_photographs, made.journey) == ("memories", False, journey)


def test_a_disc_for_somebody_in_prison_is_refused_beside_the_form(as_finn, journey, a_holder):
    answers = {"holder": a_holder.ref, "scope": "everything", "format": "digital", "deliver_to": "supporter"}
    answer = as_finn.post(url("requests-begin", journey.ref), answers)

    assert answer.status_code == 422
    assert "In prison it has to be paper" in text(answer)


def test_somebody_who_moved_into_custody_is_asked_again(as_finn, a_request):
    AccessRequest.objects.filter(pk=a_request.pk).update(format="digital")
    assert "In prison it has to be paper" in text(as_finn.get(url("requests-page", a_request.ref)))

    as_finn.post(url("requests-paper_only", a_request.ref), {"version": 1})
    a_request.refresh_from_db()
    assert a_request.format == "paper"


def test_a_fact_is_written_down_and_put_right(as_finn, a_running_request):
    today = timezone.localdate()
    told = {"kind": "clarification_asked", "basis": "phone", "key": "f1", **split(today)}
    as_finn.post(url("facts-add", a_running_request.ref), told)
    a_running_request.refresh_from_db()
    assert a_running_request.status == "paused"

    fact = Fact.objects.get(kind="clarification_asked")
    told |= {"kind": "mistake", "because": "Another council", "key": "f2"}
    as_finn.post(url("facts-put_right", fact.ref), told)
    a_running_request.refresh_from_db()
    assert a_running_request.status == "running"


def test_a_day_in_the_future_is_refused(as_finn, a_running_request):
    told = {"kind": "full_reply", "basis": "letter", **split(timezone.localdate() + timedelta(days=1))}
    answer = as_finn.post(url("facts-add", a_running_request.ref), told)

    assert (answer.status_code, "in the future" in text(answer)) == (422, True)


def test_whoever_is_second_sees_both_versions(as_finn, a_request):
    AccessRequest.objects.filter(pk=a_request.pk).update(version=2)
    answers = {"scope": "memories", "format": "paper", "deliver_to": "person", "version": 1}
    answer = as_finn.post(url("requests-amend", a_request.ref), answers)

    assert answer.status_code == 409


def test_the_person_reads_it_and_may_stop_it_and_no_more(client, a_running_request, jo, make_user):
    user = make_user("jo", name="Jo")
    Person.objects.filter(pk=jo.pk).update(login=user)
    client.force_login(user)
    said = text(client.get(url("requests-page", a_running_request.ref)))
    assert "Stop it" in said and "Something happened" not in said

    assert client.post(url("facts-add", a_running_request.ref)).status_code == 403
    client.post(url("stops-withdraw", a_running_request.ref), {"x": ""})
    a_running_request.refresh_from_db()
    assert a_running_request.status == "withdrawn"
    assert not Look.objects.filter(actor_ref=user.ref, verb="files.request.opened").exists()


def test_whoever_keeps_another_journey_does_not_know_of_it(client, wyn, a_running_request):
    client.force_login(wyn)

    assert client.get(url("requests-page", a_running_request.ref)).status_code == 404


def test_a_permission_is_signed_and_taken_back(as_finn, a_running_request):
    today = timezone.localdate()
    as_finn.post(
        url("authorities-sign", a_running_request.ref), {**split(today, "signed_on"), **split(today, "sighted_on")}
    )
    signed = a_running_request.authorities.get()
    as_finn.post(url("authorities-take_back", signed.ref))

    assert "was taken back" in text(as_finn.get(url("requests-page", a_running_request.ref)))


def test_it_is_closed_with_both_boxes_ticked(as_finn, a_running_request, finn):
    happened(a_running_request, "no_records", timezone.localdate() - timedelta(days=7), by=finn)
    assert as_finn.post(url("stops-close", a_running_request.ref), {"told": "on"}).status_code == 422

    as_finn.post(url("stops-close", a_running_request.ref), {"told": "on", "offered": "on"})
    a_running_request.refresh_from_db()
    assert a_running_request.status == "closed"
