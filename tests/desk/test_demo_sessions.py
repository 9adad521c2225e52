"""The demonstration's groups and meetings: every kind of each."""

import pytest

from desk.demo import sessions
from mentoring.models import Attendance, Group, Meeting, Session
from people.actions import persons
from tests.conftest import NOW, mentor_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(yorkshire, match, jo, sam, alex, rosa):
    mentor_for(alex, yorkshire)
    others = [persons.add(preferred_name=f"P{n}", team=yorkshire, by=None, at=NOW) for n in range(25)]
    logins = {"sam": sam, "alex": alex, "rosa": rosa}
    sessions.load(teams={"Yorkshire": yorkshire}, people=[jo, *others], logins=logins, at=NOW)


def test_the_demonstration_shows_each_kind(loaded):
    assert Group.objects.count() == 2
    assert set(Attendance.objects.values_list("mark", flat=True)) == set(Attendance.Mark)
    assert Session.objects.filter(happened=False, cause="prison_security").count() == 2
    assert set(Meeting.objects.values_list("status", flat=True)) == {"planned", "moved", "cancelled"}
    assert Meeting.objects.unlogged(NOW).count() == 1
