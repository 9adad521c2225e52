import pytest
from django.urls import reverse

from casefiles_support.models import Complaint

pytestmark = pytest.mark.django_db
DAY = {"on_0": "22", "on_1": "11", "on_2": "2026"}


def url(name, ref):
    return reverse(f"casefiles_support:complaints-{name}", args=[ref])


@pytest.fixture
def as_finn(client, sign_in, finn):
    return sign_in(client, finn)


def test_a_complaint_goes_its_way_to_the_regulator(as_finn, answered):
    told = {"key": "c1", "about": "covered", **DAY}
    assert as_finn.post(url("send", answered.ref), told).status_code == 302
    one = Complaint.objects.get()
    step = {**DAY, "version": one.version}
    assert as_finn.post(url("answer", one.ref), step | {"outcome": "not_upheld"}).status_code == 302
    text = as_finn.get(url("of_request", answered.ref)).text
    assert "Go before <strong>Monday 22 February 2027</strong>" in text
    assert url("take_further", answered.ref) in text

    assert as_finn.post(url("take_further", answered.ref), told | {"key": "c2"}).status_code == 302

    answered.refresh_from_db()
    assert answered.status == "with_ico"


def test_until_when_they_have_to_say_that_they_have_it(as_finn, answered, complaint):
    text = as_finn.get(url("of_request", answered.ref)).text
    assert "29 December 2026, as we reckon" in text

    as_finn.post(url("receive", complaint.ref), {**DAY, "version": "1"})

    text = as_finn.get(url("of_request", answered.ref)).text
    assert "22 December 2026" in text and "as we reckon" not in text


def test_too_soon_for_the_regulator_is_said_with_the_day(as_finn, answered, complaint):
    answer = as_finn.post(url("take_further", answered.ref), {"key": "c2", "about": "covered", **DAY})

    assert answer.status_code == 422
    assert "29 December 2026" in answer.text


def test_the_regulator_may_send_people_back_and_a_holder_may_not(as_finn, complaint):
    assert "ask the holder first" not in as_finn.get(url("answer", complaint.ref)).text
    Complaint.objects.update(to="regulator")
    assert "ask the holder first" in as_finn.get(url("answer", complaint.ref)).text


def test_somebody_who_was_first_is_not_written_over(as_finn, complaint):
    told = {**DAY, "version": "1"}

    assert as_finn.post(url("receive", complaint.ref), told).status_code == 302
    assert as_finn.post(url("acknowledge", complaint.ref), told).status_code == 409


def test_how_to_complain_about_us_is_a_page_of_their_own(as_finn, journey):
    assert "You can complain about us" in as_finn.get(url("about_us", journey.ref)).text
