from datetime import date, timedelta

import pytest

from tests.conftest import NOW
from tests.training import leading
from training.actions import stations
from training.models import Completion
from training.reports import coverage

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def finish(learner, module="listening", *, on=TODAY, until=None):
    return Completion.objects.create(
        learner=learner, module=module, completed_on=on, expires_on=until, keyed_at=NOW, version="1"
    )


def seen(leeds, asking, on=TODAY):
    return coverage.of_prison(leeds, course_key=asking.get_parent().translation_key, on=on)


def test_a_prison_sees_who_has_not_begun_and_who_is_late(officers, leeds, asking):
    assert coverage.standings(seen(leeds, asking)) == {"not_begun": 6}
    assert coverage.standings(seen(leeds, asking, date(2026, 12, 1))) == {"overdue": 6}


def test_what_was_finished_before_the_course_counts_until_it_runs_out(officers, leeds, asking):
    finish(officers[0], until=TODAY + timedelta(days=400))
    finish(officers[1], on=TODAY - timedelta(days=400), until=TODAY + timedelta(days=30))
    finish(officers[2], on=TODAY - timedelta(days=800), until=TODAY - timedelta(days=1))

    assert coverage.standings(seen(leeds, asking)) == {"done": 1, "soon": 1, "run_out": 1, "not_begun": 3}


def test_done_again_the_longer_counts(officers, leeds, asking):
    finish(officers[0], on=TODAY - timedelta(days=800), until=TODAY - timedelta(days=1))
    finish(officers[0], until=TODAY + timedelta(days=400))

    assert coverage.standings(seen(leeds, asking))["done"] == 1


def test_coverage_is_of_those_in_post_with_the_day_of_the_count(officers, leeds, asking, hana):
    leading.in_post(leeds, hana, officer=8)
    for one in officers[:2]:
        finish(one, until=TODAY + timedelta(days=400))

    line = coverage.by_job(seen(leeds, asking), leeds, on=TODAY)[0]
    assert (line.in_post, line.current, line.percent, line.counted_on) == (8, 2, 25, date(2026, 11, 1))


def test_without_a_head_count_there_is_no_share(officers, leeds, asking):
    finish(officers[0], until=TODAY + timedelta(days=400))

    assert coverage.by_job(seen(leeds, asking), leeds, on=TODAY)[0].percent is None


def test_whoever_left_is_in_no_figure_and_a_mentor_never_is(officers, leeds, asking, hana, sam):
    finish(officers[0], until=TODAY + timedelta(days=400))
    stations.leave(station=officers[0].stations.get(), day=TODAY, by=hana, at=NOW)

    assert officers[0].pk not in seen(leeds, asking).rows
    assert len(seen(leeds, asking).rows) == 5


def test_regions_leave_small_numbers_out(officers, leeds, asking, hana):
    leading.in_post(leeds, hana, officer=40)
    key = asking.get_parent().translation_key
    finish(officers[0], until=TODAY + timedelta(days=400))
    assert coverage.by_region(course_key=key, on=TODAY)[0].current is None

    for one in officers[1:]:
        finish(one, until=TODAY + timedelta(days=400))
    shown = coverage.by_region(course_key=key, on=TODAY)[0]
    assert (shown.name, shown.in_post, shown.current, shown.percent) == (leeds.region, 40, 6, 15)
