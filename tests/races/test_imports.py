"""Eight at once: saying yes to an import, bringing a row in, and taking back what another import needs."""

import pytest
from django.utils import timezone

from common.transitions import NotAllowed
from mentoring.actions import imports
from mentoring.models.imports import Import, ImportedRow
from mentoring.reading import read
from tests.factories.imports import MATCHES, MENTORS, PEOPLE, SESSIONS, brought_in, checked
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_eight_who_apply_one_import_one_starts_it(marion, yorkshire):
    rows = read(b"key,preferred_name,team\n1,Ada,Yorkshire\n", "people")
    brought = imports.check(kind="people", source="Old", rows=rows, reason="x", by=marion, at=timezone.now())

    outcomes = race(8, lambda n: imports.start(brought=Import.objects.get(pk=brought.pk), by=marion, at=timezone.now()))

    assert sum(isinstance(outcome, Import) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7


@pytest.mark.parametrize(("kind", "text"), [("matches", MATCHES), ("sessions", SESSIONS)])
def test_of_eight_who_bring_the_same_row_in_one_makes_the_record(marion, yorkshire, kind, text):
    for earlier, rows in (("people", PEOPLE), ("mentors", MENTORS), ("matches", MATCHES)):
        if earlier != kind:
            brought_in(earlier, rows, by=marion, at=timezone.now())
    brought = checked(kind, text, by=marion, at=timezone.now())
    row = brought.read_rows()[0]

    outcomes = race(8, lambda n: imports.bring(brought=brought, row=row, by=marion, at=timezone.now()))

    assert sum(isinstance(outcome, ImportedRow) for outcome in outcomes) == 1
    assert all(outcome is None or isinstance(outcome, (ImportedRow, NotAllowed)) for outcome in outcomes)
    assert ImportedRow.objects.filter(kind=kind).count() == 1
    assert brought.imported.count() == 1


def test_of_a_match_that_comes_in_and_people_who_are_taken_back_one_wins(marion, yorkshire):
    people = brought_in("people", PEOPLE, by=marion, at=timezone.now())
    brought_in("mentors", MENTORS, by=marion, at=timezone.now())
    brought = checked("matches", MATCHES, by=marion, at=timezone.now())
    row = brought.read_rows()[0]

    def act(number):
        if number % 2:
            return imports.bring(brought=brought, row=row, by=marion, at=timezone.now())
        return imports.undo(brought=Import.objects.get(pk=people.pk), reason="x", by=marion, at=timezone.now())

    outcomes = race(8, act)

    assert sum(isinstance(outcome, (Import, ImportedRow)) for outcome in outcomes) == 1
    assert all(outcome is None or isinstance(outcome, (Import, ImportedRow, NotAllowed)) for outcome in outcomes)
