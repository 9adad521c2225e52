"""Several people at the same moment: one last place of a code, one record of one name, one register, one list."""

from datetime import timedelta

import pytest

from audit.checking import check
from common.transitions import NotAllowed
from places.models import Establishment
from places.reading import read_sheet
from tests.conftest import NOW
from tests.races.running import race
from tests.training import leading
from tests.training.courses import course, module
from training.actions import events, imports, join_codes, learners, stations
from training.columns import SHEET
from training.models import Completion, Event, Import, JoinCode, Learner, ModuleVersion, Station

pytestmark = pytest.mark.django_db(transaction=True)
RUNNERS = 6


def refused(outcomes):
    assert all(not isinstance(one, Exception) or isinstance(one, NotAllowed) for one in outcomes), outcomes
    assert check().whole
    return sum(isinstance(one, NotAllowed) for one in outcomes)


def test_the_last_place_of_a_code_goes_to_one(leeds, hana, make_user):
    users = [make_user(f"u{n}") for n in range(RUNNERS)]
    code = join_codes.make(
        establishment=leeds, cohort=None, job="officer", places=1, expires_on=NOW.date() + timedelta(days=3), key="k",
        by=hana, at=NOW,
    )  # fmt: skip

    def bring(number):
        mine = JoinCode.objects.select_related("establishment").get(pk=code.pk)
        return join_codes.use(code=mine, login=users[number], job="officer", by=users[number], at=NOW)

    assert refused(race(RUNNERS, bring)) == RUNNERS - 1
    assert Station.objects.count() == JoinCode.objects.get().used == 1


def test_one_name_added_by_several_at_once_is_one_person(leeds, hana):
    def add(number):
        place = Establishment.objects.get(pk=leeds.pk)
        return learners.place_at(
            establishment=place, name="Bo Lane", job="officer", email="bo@example.org", by=hana, at=NOW
        )

    assert refused(race(RUNNERS, add)) == 0
    assert Learner.objects.count() == Station.objects.count() == 1


def test_moved_by_several_at_once_somebody_is_at_one_place(leeds, hana):
    leading.add("Bo Lane", leeds, by=hana)
    wetherby = leading.another_prison(leeds)

    def move(number):
        station = Station.objects.select_related("establishment", "learner").get(until=None)
        return stations.move(station=station, establishment=wetherby, job="care", day=NOW.date(), by=hana, at=NOW)

    assert refused(race(RUNNERS, move)) == RUNNERS - 1
    assert Station.objects.current().get().establishment == wetherby


def test_a_register_kept_by_several_at_once_gives_one_completion(leeds, hana):
    module(course(), opens="listening")
    event = events.plan(
        establishment=leeds, title="Together", room="", starts_at=NOW - timedelta(days=1), minutes=60, key="k",
        covers=ModuleVersion.objects.get(), by=hana, at=NOW,
    )  # fmt: skip
    bo = leading.add("Bo Lane", leeds, by=hana)
    events.expect(event=event, learner=bo, by=hana, at=NOW)

    def keep(number):
        return events.keep_register(event=Event.objects.get(), marks={bo.pk: "came"}, by=hana, at=NOW)

    assert refused(race(RUNNERS, keep)) == 0
    assert Completion.objects.count() == 1


def test_a_list_brought_in_by_several_at_once_comes_once(leeds, hana):
    rows = read_sheet(b"name,job\nBo Lane,officer\nCy Holt,care\n", SHEET)
    imports.check(establishment=leeds, cohort=None, rows=rows, by=hana, at=NOW)

    def bring(number):
        mine = Import.objects.select_related("establishment", "cohort").get()
        return imports.apply(brought=mine, by=hana, at=NOW)

    assert refused(race(RUNNERS, bring)) == RUNNERS - 1
    assert Learner.objects.count() == 2
