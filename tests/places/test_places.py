import pytest

from audit.models import Event
from common.transitions import NotAllowed, Stale
from places.actions import places
from places.models import Team
from tests.conftest import NOW

pytestmark = pytest.mark.django_db


def test_a_fact_is_changed_and_known_to_be_ours(leeds, rosa):
    places.edit(place=leeds, seen=1, note="Ring first.", name=leeds.name, by=rosa, at=NOW)

    leeds.refresh_from_db()
    assert (leeds.note, leeds.by_hand, leeds.version) == ("Ring first.", ["note"], 2)


def test_a_place_is_added(rosa):
    team = places.add(model=Team, name="North", by=rosa, at=NOW)

    assert (team.name, team.by_hand) == ("North", ["name"])
    assert team.get_absolute_url() == f"/places/teams/{team.ref}/"


def test_two_places_of_a_name_are_refused(rosa):
    places.add(model=Team, name="North", by=rosa, at=NOW)

    with pytest.raises(NotAllowed, match="has this name already"):
        places.add(model=Team, name="North", by=rosa, at=NOW)


def test_the_slower_of_two_edits_is_told(leeds, rosa):
    places.edit(place=leeds, seen=1, note="One.", by=rosa, at=NOW)

    with pytest.raises(Stale):
        places.edit(place=leeds, seen=1, note="Two.", by=rosa, at=NOW)


def test_the_trail_names_the_fields(leeds, rosa):
    places.edit(place=leeds, seen=1, note="Ring first.", operator="Serco", by=rosa, at=NOW)
    places.edit(place=leeds, seen=2, note="Ring first.", by=rosa, at=NOW)

    assert Event.objects.get(verb="places.place.edited").detail == {"fields": ["note", "operator"]}
