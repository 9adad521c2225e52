"""The three made-up people of the demonstration who are on their way to their records."""

from datetime import date

import pytest

from casefiles_support.models import AccessRequest, Journey, Sitting
from desk.demo import files
from people.actions import locations, persons
from tests.conftest import file_supporter

pytestmark = pytest.mark.django_db


def test_one_waits_one_is_about_to_read_and_one_paused(match, jo, sam, finn, make_user, yorkshire, leeds, rosa, now):
    fay = file_supporter(make_user, "fay", "Fay", yorkshire)
    born = {"family_name": "Made", "born_on": date(1990, 1, 1), "prison_number": "A1234BC", "by": rosa, "at": now}
    outside = persons.add(preferred_name="Out", team=yorkshire, **born | {"prison_number": ""})
    inside = persons.add(preferred_name="In", team=yorkshire, **born)
    locations.record(person=outside, kind="community", by=rosa, at=now)
    locations.record(person=inside, kind="custody", legal_state="sentenced", establishment=leeds, by=rosa, at=now)
    jo.born_on, jo.prison_number = "1991-05-14", "A4321BC"
    jo.save()
    others = [outside, inside]
    files.load(people=[jo, *others], logins={"finn": finn, "fay": fay, "sam": sam}, at=now)

    assert sorted(Journey.objects.values_list("status", flat=True))[-1] == "waiting"
    assert Journey.objects.filter(status="paused_by_person").count() == 1
    assert set(AccessRequest.objects.values_list("status", flat=True)) == {"paused", "answered"}
    assert Sitting.objects.planned().filter(starts_at__gt=now).exists()
