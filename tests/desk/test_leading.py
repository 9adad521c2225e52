from datetime import timedelta

import pytest
from django.urls import reverse

from desk import leading
from tests.conftest import NOW
from tests.training import leading as staff
from tests.training.leading import another_prison
from training.actions import stations

pytestmark = pytest.mark.django_db
LATER = NOW.replace(month=12, day=1)


def said(user, now):
    return [[(one["count"], one["words"]) for one in place["waiting"]] for place in leading.for_user(user, now=now)]


def test_a_lead_is_told_how_many_have_begun_nothing(hana, officers):
    assert said(hana, NOW) == [[(6, "people have something not begun")]]


def test_after_the_day_they_are_overdue(hana, officers):
    assert said(hana, LATER + timedelta(days=30)) == [[(6, "people have something overdue")]]


def test_what_is_said_leads_to_those_people(client, hana, officers):
    client.force_login(hana)
    waiting = leading.for_user(hana, now=NOW)[0]["waiting"]

    page = client.get(waiting[0]["url"]).content.decode()
    assert "Officer 0" in page
    assert waiting[0]["url"] in client.get(reverse("desk:home")).content.decode().replace("&amp;", "&")


def test_one_is_not_many(hana, leeds, officers):
    for one in officers[1:]:
        stations.leave(station=one.stations.get(), day=NOW.date(), by=hana, at=NOW)

    assert said(hana, NOW) == [[(1, "person has something not begun")]]


def test_people_of_another_prison_do_not_count(hana, leeds, asking):
    staff.add("Wren Appleby", another_prison(leeds))

    assert said(hana, NOW) == [[]]


def test_whoever_leads_nowhere_is_told_nothing(dee, officers):
    assert leading.for_user(dee, now=NOW) == []
