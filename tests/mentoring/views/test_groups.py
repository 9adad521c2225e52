import pytest
from django.urls import reverse

from audit.models import Look
from mentoring.models import Facilitator, Group, Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def as_rosa(client, sign_in, rosa):
    return sign_in(client, rosa)


@pytest.fixture
def url(group):
    return reverse("mentoring:groups-detail", args=[group.ref])


def test_a_coordinator_makes_a_group_once(as_rosa, yorkshire, leeds):
    sent = {"name": "Friday group", "team": yorkshire.ref, "establishment": leeds.ref, "key": "abc"}
    for _ in range(5):
        as_rosa.post(reverse("mentoring:groups-add"), sent)

    assert Group.objects.get().establishment == leeds


def test_another_team_is_not_offered(as_rosa, wales):
    response = as_rosa.post(reverse("mentoring:groups-add"), {"name": "Mine", "team": wales.ref, "key": "abc"})

    assert response.status_code == 422
    assert "team" in response.context["form"].errors


def test_people_and_mentors_are_added_and_taken_out(as_rosa, url, group, member, facilitator, jo, sams_mentor):
    as_rosa.post(reverse("mentoring:groups-leave", args=[member.ref]))
    as_rosa.post(reverse("mentoring:groups-stand_down", args=[facilitator.ref]))
    as_rosa.post(f"{url}join/", {"person": jo.ref})
    as_rosa.post(f"{url}lead/", {"mentor": sams_mentor.ref})

    assert Member.objects.filter(group=group).count() == Facilitator.objects.filter(group=group).count() == 2
    assert "Who was in it before" in as_rosa.get(url).text


def test_what_is_wrong_is_said_beside_the_field(as_rosa, url):
    response = as_rosa.post(f"{url}join/", {"person": ""})

    assert response.status_code == 422
    assert "Choose who joins" in response.text


def test_leaving_twice_says_so(as_rosa, member):
    leave = reverse("mentoring:groups-leave", args=[member.ref])
    as_rosa.post(leave)

    response = as_rosa.post(leave)
    assert response.status_code == 422
    assert "left already" in response.text


def test_a_closed_group_can_no_longer_be_changed(as_rosa, url, group, jo):
    as_rosa.post(f"{url}close/")

    assert "Add to the group" not in as_rosa.get(url).text
    assert Group.objects.get().closed_on


def test_the_list_names_each_group_and_leaves_a_look(as_rosa, group):
    assert "Tuesday group" in as_rosa.get(reverse("mentoring:groups-index")).text
    assert Look.objects.get(verb="mentoring.group.listed").detail["shown"] == [group.ref]
