from datetime import timedelta

import pytest

from common.transitions import NotAllowed
from tests.conftest import NOW
from tests.training import leading
from training.actions import cohorts, stations
from training.models import Learner

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def bo(leeds, hana):
    return leading.add("Bo Lane", leeds, by=hana, since=TODAY - timedelta(days=100))


def test_whoever_moves_keeps_all_and_leaves_the_sight_of_the_first_lead(bo, leeds, hana):
    wetherby = leading.another_prison(leeds)
    moved = stations.move(station=bo.stations.get(), establishment=wetherby, job="care", day=TODAY, by=hana, at=NOW)

    assert (moved.establishment, moved.since) == (wetherby, TODAY)
    assert bo.stations.get(establishment=leeds).until == TODAY
    assert not Learner.objects.visible_to(hana).filter(pk=bo.pk).exists()


def test_of_two_who_move_somebody_one_is_told(bo, leeds, hana):
    station, wetherby = bo.stations.get(), leading.another_prison(leeds)
    said = {"station": station, "establishment": wetherby, "job": "care", "day": TODAY, "by": hana, "at": NOW}
    stale = bo.stations.get()
    stations.move(**said)

    with pytest.raises(NotAllowed, match="same moment"):
        stations.move(**(said | {"station": stale}))


def test_whoever_has_left_is_in_no_cohort_of_that_prison(bo, leeds, hana):
    cohort = cohorts.add(establishment=leeds, name="Autumn", course=None, due_on=None, key="k1", by=hana, at=NOW)
    cohorts.join(cohort=cohort, learner=bo, by=hana, at=NOW)
    stations.leave(station=bo.stations.get(), day=TODAY, by=hana, at=NOW)

    assert not cohort.members.filter(until=None).exists()


def test_nobody_leaves_before_they_came(bo, hana):
    with pytest.raises(NotAllowed, match="began at"):
        stations.leave(station=bo.stations.get(), day=TODAY - timedelta(days=101), by=hana, at=NOW)
