"""Eight managers say yes to the same import at once."""

import pytest
from django.utils import timezone

from common.transitions import NotAllowed
from mentoring.actions import imports
from mentoring.models.imports import Import
from mentoring.reading import read
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_eight_who_apply_one_import_one_starts_it(marion, yorkshire):
    rows = read(b"key,preferred_name,team\n1,Ada,Yorkshire\n", "people")
    brought = imports.check(kind="people", source="Old", rows=rows, reason="x", by=marion, at=timezone.now())

    outcomes = race(8, lambda n: imports.start(brought=Import.objects.get(pk=brought.pk), by=marion, at=timezone.now()))

    assert sum(isinstance(outcome, Import) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
