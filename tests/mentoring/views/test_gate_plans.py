import pytest
from django.urls import reverse

from mentoring.models import GatePlan

pytestmark = pytest.mark.django_db
SAID = {"who_meets": "Sam at nine", "tonight": "His aunt’s", "ready": "on", "version": 0}


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


def url(verb, jo):
    return reverse(f"mentoring:gate_plans-{verb}", args=[jo.ref])


def test_a_coordinator_fills_it_in_and_the_mentor_reads_it(client, sign_in, as_rosa, sam, match, jo):
    as_rosa.post(url("edit", jo), SAID)

    assert GatePlan.objects.get().status == "ready"
    assert "Sam at nine" in sign_in(client, sam).get(url("show", jo)).text


def test_a_mentor_reads_and_does_not_write(client, sign_in, sam, match, jo):
    assert sign_in(client, sam).get(url("edit", jo)).status_code == 403


def test_another_team_and_partners_find_nothing(client, sign_in, gwen, dee, jo):
    assert sign_in(client, gwen).get(url("show", jo)).status_code == 404
    assert sign_in(client, dee).get(url("show", jo)).status_code == 403


def test_two_versions_are_shown_side_by_side(as_rosa, jo):
    as_rosa.post(url("edit", jo), SAID)

    answer = as_rosa.post(url("edit", jo), SAID | {"tonight": "A hostel"})

    assert answer.status_code == 409
    assert "His aunt’s" in answer.text
    assert "A hostel" in answer.text


def test_the_page_says_what_is_missing(as_rosa, jo):
    as_rosa.post(url("edit", jo), SAID)

    assert "Money for the first days" in as_rosa.get(url("show", jo)).text


def test_it_is_put_away(as_rosa, jo):
    as_rosa.post(url("edit", jo), SAID)
    as_rosa.post(url("finish", jo))

    assert GatePlan.objects.get().status == "done"
