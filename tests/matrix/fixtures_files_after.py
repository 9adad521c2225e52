"""What one more person brings to the list of what is to be deleted."""

from casefiles_support.models import Erasure, Journey
from tests.conftest import NOW


def crowd_of_erasures(person, by):
    journey = Journey.objects.create(
        person=person, team=person.team, status="closed", closed_on=NOW.date(), key=person.ref, opened_at=NOW,
        opened_by=by,
    )  # fmt: skip
    Erasure.objects.create(
        journey=journey, why="asked", asked_at=NOW, asked_by=by, told_on=NOW.date(), told_how="letter", told_by=by
    )
