import pytest

from tests.conftest import NOW
from tests.training.finishing import take_test
from training.actions import enrolments, learners, progress
from training.reports.items import grid_of, items_of, sureness_of

pytestmark = pytest.mark.django_db


def try_it(asking, version, by, n, *, right):
    learner = learners.add(name=f"Learner {n}", place="", login=None, by=by, at=NOW)
    on_it = enrolments.enrol(learner=learner, course=asking.get_parent().specific, source="staff", by=by, at=NOW)
    begun = progress.begin(enrolment=on_it, version=version, by=by, at=NOW)
    take_test(begun, right=right, by=by)
    return begun


def test_first_tries_are_counted_and_second_ones_are_not(asking, version, dee):
    for n in range(10):
        begun = try_it(asking, version, dee, n, right=n % 4)
    take_test(begun, right=5, by=dee)
    found = items_of(version)

    assert [one.answered for one in found] == [10] * 5
    assert [one.right for one in found] == [70, 40, 20, 0, 0]
    assert sum(option.chosen for option in found[0].options) == 10


def test_a_file_of_too_few_holds_no_number(asking, version, dee):
    for n in range(9):
        try_it(asking, version, dee, n, right=3)

    assert {tuple(line[2:]) for line in grid_of(items_of(version)).lines} == {(None,) * 7}


def test_nobody_has_said_how_sure_they_are(version):
    assert [(one.moment, one.answered, one.mean) for one in sureness_of(version)] == [
        ("Before", 0, None),
        ("Right after", 0, None),
        ("Six weeks later", 0, None),
    ]
