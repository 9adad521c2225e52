import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from common import resealing
from common.transitions import NotAllowed, Stale
from people.actions import locations, persons
from people.models import LocationEpisode, Person
from tests.factories import people as make
from tests.factories.people import AT
from tests.races.running import race

pytestmark = pytest.mark.django_db(transaction=True)


def test_nobody_in_custody_is_left_with_a_login_whoever_comes_first(max_, rosa):
    """Half of them say that somebody went to prison, the other half give the same person a login."""
    jo = make.person("Jo")

    def act(number):
        person = Person.objects.get(pk=jo.pk)
        if number % 2:
            return persons.link_login(person=person, login=max_, by=rosa, at=AT)
        return make.held(person)

    outcomes = race(10, act)

    assert not [o for o in outcomes if isinstance(o, Exception) and not isinstance(o, NotAllowed)]
    jo.refresh_from_db()
    assert LocationEpisode.objects.current().in_custody().filter(person=jo).exists()
    assert jo.login is None or not get_user_model().objects.get(pk=max_.pk).is_active


def test_a_person_is_in_one_place_however_many_record_a_move():
    jo = make.person("Jo")
    seen = make.lives(jo).ref

    def move(number):
        person = Person.objects.get(pk=jo.pk)
        return locations.record(person=person, kind="unknown", seen=seen, by=None, at=AT)

    outcomes = race(8, move)

    assert sum(isinstance(outcome, LocationEpisode) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7
    assert jo.locations.current().count() == 1


def test_of_several_editors_of_one_version_one_wins_and_nothing_is_lost():
    jo = make.person("Jo")

    def edit(number):
        person = Person.objects.get(pk=jo.pk)
        return persons.edit(person=person, seen=1, preferred_name=f"Jo{number}", by=None, at=AT)

    outcomes = race(8, edit)

    assert sum(isinstance(outcome, Person) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Stale) for outcome in outcomes) == 7


def test_one_number_makes_one_page():
    team = make.team()

    outcomes = race(8, lambda number: make.person(f"P{number}", team=team, prison_number="A1234BC"))

    assert sum(isinstance(outcome, Person) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, NotAllowed) for outcome in outcomes) == 7


def test_texts_are_sealed_again_while_people_go_on_writing(settings):
    settings.FIELD_KEYS = {"old": b"o" * 32}
    refs = [make.person(f"P{n}", family_name="Before").ref for n in range(10)]
    settings.FIELD_KEYS = {"new": b"n" * 32, "old": b"o" * 32}
    shelf = next(shelf for shelf in resealing.shelves() if shelf.name == "people.person")

    def act(number):
        if number == 0:
            return [resealing.reseal(shelf, tell=lambda so_far: None, size=2) for _ in range(3)]
        person = Person.objects.get(ref=refs[number])
        return persons.edit(person=person, seen=1, family_name=f"After{number}", by=None, at=AT)

    outcomes = race(6, act)

    assert not [outcome for outcome in outcomes if isinstance(outcome, Exception)]
    resealing.reseal(shelf, tell=lambda so_far: None)
    settings.FIELD_KEYS = {"new": b"n" * 32}
    names = dict(Person.objects.values_list("ref", "pk"))
    texts = [Person.objects.get(pk=names[ref]).family_name for ref in refs]
    assert texts == ["Before", *(f"After{n}" for n in range(1, 6)), *["Before"] * 4]
    assert connection.vendor == "postgresql"
