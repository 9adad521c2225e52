"""A person's details: added, changed, and the login that is theirs."""

from datetime import date

import pytest

from audit.models import Event
from common.transitions import NotAllowed, Stale
from people.actions import persons
from people.models import Person
from tests.factories import people as make
from tests.factories.people import AT

pytestmark = pytest.mark.django_db


def test_a_person_is_added_and_found_again_by_name_and_number(rosa):
    jo = make.person("Zoë", family_name="O’Neill", prison_number="a1234 bc", crn="x123456")

    for words in ("zoe", "ZO", "o’neill", "A1234BC", " x123456 "):
        assert list(Person.objects.found_by(words)) == [jo], words
    assert not Person.objects.found_by("neill").exists()


def test_what_was_typed_is_kept_as_it_was_meant():
    jo = make.person("  Jo\x07 ", born_on=date(2001, 2, 28), needs=["welsh", "made up", "easy_read"])

    jo.refresh_from_db()
    assert (jo.preferred_name, jo.born, jo.needs) == ("Jo", date(2001, 2, 28), ["easy_read", "welsh"])


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"preferred_name": " "}, "like to be called"),
        ({"born_on": date(2027, 1, 1)}, "future"),
        ({"born_on": date(1880, 1, 1)}, "year of birth"),
        ({"prison_number": "12345"}, "A1234BC"),
        ({"crn": "12345"}, "X123456"),
    ],
)
def test_details_that_cannot_be_right_are_refused(details, words, rosa):
    with pytest.raises(NotAllowed, match=words):
        persons.add(**{"preferred_name": "Jo", "team": make.team(), "by": rosa, "at": AT, **details})


def test_one_human_has_one_page(rosa):
    make.person("Jo", prison_number="A1234BC", crn="X123456")

    for number in ({"prison_number": "a1234bc"}, {"crn": "x123456"}):
        with pytest.raises(NotAllowed, match="already here"):
            make.person("Joe", **number)
    make.person("No numbers")
    make.person("None either")


def test_some_details_change_and_the_others_stay(rosa):
    jo = make.person("Jo", family_name="Quill", prison_number="A1234BC")
    persons.edit(person=jo, seen=1, preferred_name="Joe", by=rosa, at=AT)

    kept = Person.objects.get()
    assert (kept.preferred_name, kept.family_name, kept.version) == ("Joe", "Quill", 2)
    assert list(Person.objects.found_by("quill")) == [kept]


def test_an_older_version_replaces_nothing(rosa):
    jo = make.person("Jo")
    persons.edit(person=jo, seen=1, preferred_name="Joe", by=rosa, at=AT)

    with pytest.raises(Stale) as stale:
        persons.edit(person=jo, seen=1, preferred_name="Joan", by=rosa, at=AT)
    assert stale.value.record.preferred_name == "Joe"


def test_the_trail_names_the_fields_and_never_what_is_in_them(rosa):
    jo = make.person("Jo", family_name="Canary")
    persons.edit(person=jo, seen=1, family_name="Canaries", needs_note="canary", by=rosa, at=AT)

    edited = Event.objects.get(verb="people.person.edited")
    assert edited.detail == {"fields": ["family_name", "needs_note"]}
    assert "canar" not in str(list(Event.objects.values())).lower()


def test_a_login_is_linked_to_its_person(rosa, max_):
    jo = make.person("Sam")
    persons.link_login(person=jo, login=max_, by=rosa, at=AT)

    assert Person.objects.get().login == max_


def test_a_login_is_not_linked_to_somebody_in_custody(rosa, max_):
    jo = make.person("Sam")
    make.held(jo)

    with pytest.raises(NotAllowed, match="in prison now"):
        persons.link_login(person=jo, login=max_, by=rosa, at=AT)
    assert Person.objects.get().login is None


def test_a_login_belongs_to_one_person_and_a_person_has_one_login(rosa, max_, dee):
    sam_person, other = make.person("Sam"), make.person("Sammy")
    persons.link_login(person=sam_person, login=max_, by=rosa, at=AT)

    with pytest.raises(NotAllowed, match="somebody else’s"):
        persons.link_login(person=other, login=max_, by=rosa, at=AT)
    with pytest.raises(NotAllowed, match="another login"):
        persons.link_login(person=sam_person, login=dee, by=rosa, at=AT)
