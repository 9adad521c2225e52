import pytest
from django.urls import reverse

from tests.training import leading
from training.models import Cohort

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client, hana, officers):
    client.force_login(hana)
    return reverse("training:cohorts-page", args=[Cohort.objects.get().ref])


def test_somebody_is_added_by_a_part_of_their_name(client, page, leeds, hana):
    leading.add("Zadie Moor", leeds, by=hana)
    assert client.post(page, {"learner": "zadie"}).status_code == 302

    assert b"Zadie Moor" in client.get(page).content


@pytest.mark.parametrize(("typed", "said"), [("Nobody", b"find nobody"), ("Moor", b"Several people fit")])
def test_a_name_that_fits_nobody_or_many_is_asked_again(client, page, leeds, hana, typed, said):
    for name in ("Zadie Moor", "Yan Moor"):
        leading.add(name, leeds, by=hana)
    answer = client.post(page, {"learner": typed})

    assert (answer.status_code, said in answer.content) == (422, True)


def test_of_two_of_one_name_the_staff_number_tells(client, page, leeds, hana):
    for number in ("71", "72"):
        leading.add("Yan Moor", leeds, by=hana, staff_number=number)
    assert client.post(page, {"learner": "Yan Moor"}).status_code == 422
    assert client.post(page, {"learner": "72"}).status_code == 302


def test_somebody_is_taken_out_and_stays_on_the_course(client, page, officers):
    client.post(reverse("training:cohorts-leave", args=[Cohort.objects.get().ref, officers[0].ref]))

    assert Cohort.objects.get().members.filter(until=None).count() == 5
    assert officers[0].enrolments.active().exists()


def test_ended_it_takes_nobody_in(client, page):
    client.post(reverse("training:cohorts-close", args=[Cohort.objects.get().ref]))

    assert b"Add to the cohort" not in client.get(page).content
