from datetime import timedelta

import pytest

from audit.models import Entry
from common.transitions import NotAllowed
from places.reading import read_sheet
from tests.conftest import NOW
from tests.training import leading
from tests.training.finishing import read_all
from training.actions import cohorts, imports, progress
from training.columns import SHEET
from training.models import Import, Learner, Station

pytestmark = pytest.mark.django_db
FILE = """Full name;Role;Work email;Staff number;Start date
Bo Lane;officer;bo@example.org;11;01/03/2024
Cy Holt;care;;12;
Di Moss;officer;di@example.org;;
Bo Lane;officer;;;
Ed Park;juggler;;;
"""


def rows(text=FILE):
    return read_sheet(text.encode(), SHEET)


def check(leeds, hana, cohort=None, text=FILE):
    return imports.check(establishment=leeds, cohort=cohort, rows=rows(text), by=hana, at=NOW)


@pytest.fixture
def di(leeds, hana):
    return leading.add("Di Moss", leading.another_prison(leeds), by=hana, email="di@example.org")


def test_a_file_is_looked_at_and_nobody_is_added(leeds, hana, di):
    brought = check(leeds, hana)

    assert [row["does"] for row in brought.read_rows()] == ["new", "new", "moves", "", ""]
    assert (brought.total, brought.wrong, Learner.objects.count()) == (5, 2, 1)


def test_what_will_do_comes_in_and_the_rest_says_why(leeds, hana, di):
    brought = imports.apply(brought=check(leeds, hana), by=hana, at=NOW)

    assert sorted(Learner.objects.at([leeds.pk]).values_list("name", flat=True)) == ["Bo Lane", "Cy Holt", "Di Moss"]
    assert [row["line"] for row in brought.read_rows()] == [5, 6]
    assert Station.objects.get(learner__name="Bo Lane").since.year == 2024


def test_the_same_file_again_adds_nobody(leeds, hana, di):
    imports.apply(brought=check(leeds, hana), by=hana, at=NOW)
    again = imports.apply(brought=check(leeds, hana), by=hana, at=NOW)

    assert (again.made, Learner.objects.count()) == (0, 3)


def test_a_list_is_brought_in_once(leeds, hana):
    brought = imports.apply(brought=check(leeds, hana), by=hana, at=NOW)

    with pytest.raises(NotAllowed, match="already moved on"):
        imports.apply(brought=brought, by=hana, at=NOW)


def test_taken_back_all_is_as_before(leeds, hana, di, asking):
    course = asking.get_parent().specific
    cohort = cohorts.add(establishment=leeds, name="Autumn", course=course, due_on=None, key="k1", by=hana, at=NOW)
    brought = imports.apply(brought=check(leeds, hana, cohort), by=hana, at=NOW)
    assert cohort.members.count() == 3
    imports.undo(brought=brought, by=hana, at=NOW)

    assert list(Learner.objects.all()) == [di]
    assert di.stations.get().until is None
    assert (cohort.members.count(), di.enrolments.count()) == (0, 0)


def test_it_is_not_taken_back_once_somebody_has_begun(leeds, hana, asking, version):
    course = asking.get_parent().specific
    cohort = cohorts.add(establishment=leeds, name="Autumn", course=course, due_on=None, key="k1", by=hana, at=NOW)
    brought = imports.apply(brought=check(leeds, hana, cohort), by=hana, at=NOW)
    enrolment = Learner.objects.get(name="Cy Holt").enrolments.get()
    read_all(progress.begin(enrolment=enrolment, version=version, by=hana, at=NOW), by=hana)

    with pytest.raises(NotAllowed, match="One of its people has begun"):
        imports.undo(brought=brought, by=hana, at=NOW)
    assert Learner.objects.filter(name="Bo Lane").exists()


def test_no_file_is_kept_longer_than_a_day(leeds, hana):
    check(leeds, hana)

    assert imports.let_go(by=None, at=NOW + timedelta(hours=25)) == 1
    with pytest.raises(NotAllowed, match="no longer kept"):
        imports.apply(brought=Import.objects.get(), by=hana, at=NOW)


def test_the_trail_names_nobody(leeds, hana):
    imports.apply(brought=check(leeds, hana), by=hana, at=NOW)

    assert "Lane" not in str(list(Entry.objects.values_list("detail", flat=True)))
