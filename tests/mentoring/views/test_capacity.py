import pytest
from django.urls import reverse

from audit.models import Event
from common.transitions import NotAllowed
from mentoring.actions import mentors
from mentoring.models import Match, Mentor
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
OWN = "mentoring:standings-take_on_fewer"


@pytest.fixture
def mentor(sam) -> Mentor:
    return Mentor.objects.get(person__login=sam)


def test_a_coordinator_changes_it_both_ways_and_is_warned_where_it_is_too_low(client, sign_in, rosa, mentor, match):
    as_rosa = sign_in(client, rosa)
    url = reverse("mentoring:mentors-set_capacity", args=[mentor.ref])

    assert "They have a lot of people" not in as_rosa.post(url, {"capacity": "5"}, follow=True).text
    mentor.refresh_from_db()
    assert mentor.capacity == 5
    page = as_rosa.post(url, {"capacity": "0"}, follow=True)

    assert "1 now, room for 0" in page.text
    assert Match.objects.open().filter(mentor=mentor).exists()
    mentor.refresh_from_db()
    assert mentor.capacity == 0


def test_a_mentor_asks_for_fewer_and_never_for_more(client, sign_in, sam, mentor, match):
    as_sam = sign_in(client, sam)

    refused = as_sam.post(reverse(OWN), {"capacity": "4"})
    assert refused.status_code == 422
    assert "Talk with your supervisor" in refused.text
    page = as_sam.post(reverse(OWN), {"capacity": "1"}, follow=True)

    assert "You support 1 now, and 1 at most." in page.text
    mentor.refresh_from_db()
    assert mentor.capacity == 1


@pytest.mark.parametrize("said", ["11", "-1", "", "many"])
def test_a_number_that_cannot_be_is_refused_in_words(client, sign_in, rosa, mentor, said):
    page = sign_in(client, rosa).post(reverse("mentoring:mentors-set_capacity", args=[mentor.ref]), {"capacity": said})

    assert page.status_code == 422
    mentor.refresh_from_db()
    assert mentor.capacity == 3


def test_a_coordinator_who_also_mentors_cannot_raise_their_own(mentor, rosa):
    mentor.person.login = rosa
    mentor.person.save()

    with pytest.raises(NotAllowed, match="supervisor"):
        mentors.set_capacity(mentor=mentor, capacity=4, by=rosa, at=NOW)
    assert mentors.set_capacity(mentor=mentor, capacity=2, by=rosa, at=NOW).capacity == 2


def test_it_leaves_a_line_that_says_from_what_to_what(mentor, rosa):
    mentors.set_capacity(mentor=mentor, capacity=6, by=rosa, at=NOW)

    line = Event.objects.get(verb="mentoring.mentor.capacity_set")
    assert (line.actor_ref, line.detail["was"], line.detail["to"]) == (rosa.ref, 3, 6)
