"""Sealed columns: the database never holds the text, and no way of reading gives it away by accident."""

import copy
from io import StringIO

import pytest
from django.core import serializers
from django.core.checks import run_checks
from django.core.exceptions import FieldError
from django.core.management import CommandError, call_command
from django.db import connection

from common import resealing
from common.fields import SealedTextField, sealed_fields
from common.refs import new_ref
from common.sealed import CannotOpen, Sealed
from people.actions import persons
from people.models import ContactPoint, Person
from tests.factories import people as make
from tests.factories.people import AT

pytestmark = pytest.mark.django_db
OLD, NEW = {"old": b"o" * 32}, {"new": b"n" * 32}


@pytest.fixture
def jo(settings):
    settings.FIELD_KEYS = OLD
    return make.person("Jo", family_name="Canarysson", crn="X123456", needs_note="canary note")


def column(name, pk):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name} FROM people_person WHERE id = %s", [pk])
        return cursor.fetchone()[0]


def reseal(*args, **options):
    out = StringIO()
    call_command("reseal", *args, stdout=out, **options)
    return out.getvalue()


def test_the_row_holds_no_canary(jo, sam):
    make.concern(sam, about=jo, worry="canary worry", where_note="canary place")
    with connection.cursor() as cursor:
        for table in ("people_person", "people_concern", "audit_entry", "messaging_message"):
            cursor.execute(f"SELECT * FROM {table}")
            assert "anary" not in str(cursor.fetchall()), table


def test_it_opens_for_those_who_read_it(jo):
    assert Person.objects.get().family_name == "Canarysson"


@pytest.mark.parametrize("how", ["only", "defer", "refresh", "changed"])
def test_it_opens_however_the_row_was_loaded(jo, how):
    if how == "only":
        found = Person.objects.only("family_name").get()
    elif how == "defer":
        found = Person.objects.defer("family_name", "ref").get()
    else:
        found = Person.objects.get()
        found.refresh_from_db(fields=["family_name"] if how == "refresh" else None)

    assert found.family_name == "Canarysson"


def test_values_and_aggregates_give_nothing_away(jo):
    read = [
        Person.objects.values("family_name").get(),
        Person.objects.values_list("family_name", flat=True).get(),
        Person.objects.values_list("team__people__family_name").get(),
        Person.objects.in_bulk()[jo.pk].__dict__["family_name"],
    ]
    assert "anary" not in str(read)


def test_saving_a_row_that_nobody_read_changes_no_text(jo):
    before = column("family_name", jo.pk)
    Person.objects.get().save()

    assert column("family_name", jo.pk) == before


def test_many_rows_at_once_are_sealed_each_to_itself(jo):
    new = [Person(preferred_name=n, search_name=n, team=jo.team, added_at=AT, family_name=f"Canary{n}") for n in "ab"]
    Person.objects.bulk_create(new)
    assert [p.family_name for p in Person.objects.filter(preferred_name__in="ab").order_by("pk")] == [
        "Canarya",
        "Canaryb",
    ]

    for person in new:
        person.family_name = "Robin"
    Person.objects.bulk_update(new, ["preferred_name"])
    with pytest.raises(FieldError):
        Person.objects.bulk_update(new, ["family_name"])


@pytest.mark.parametrize(
    "lookup", ["family_name", "family_name__contains", "family_name__in", "family_name__startswith"]
)
def test_it_cannot_be_looked_up(jo, lookup):
    value = ["Canarysson"] if lookup.endswith("__in") else "Canarysson"
    with pytest.raises(FieldError, match="[Ss]ealed"):
        list(Person.objects.filter(**{lookup: value}))


def test_whether_there_is_one_can_be_asked_without_a_key(jo, settings):
    settings.FIELD_KEYS = NEW
    assert Person.objects.exclude(family_name="").get() == jo
    assert not Person.objects.filter(prison_number="").exclude(pk=jo.pk).exists()


def test_an_update_without_a_row_is_refused(jo):
    with pytest.raises(FieldError):
        Person.objects.update(family_name="Open")


def test_a_text_copied_to_another_row_or_column_does_not_open(jo):
    other = make.person("Other")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE people_person SET crn = family_name WHERE id = %s", [jo.pk])
        cursor.execute(
            "UPDATE people_person SET family_name = %s WHERE id = %s", [column("family_name", jo.pk), other.pk]
        )

    with pytest.raises(CannotOpen):
        _ = Person.objects.get(pk=jo.pk).crn
    with pytest.raises(CannotOpen):
        _ = Person.objects.get(pk=other.pk).family_name


def test_a_copy_of_a_row_is_refused_until_its_texts_are_opened(jo):
    twin = copy.copy(Person.objects.get())
    twin.pk, twin.ref, twin.crn_index = None, new_ref(), ""

    with pytest.raises(FieldError, match="open it before you copy"):
        twin.save()


def test_fixtures_hold_the_sealed_text(jo):
    assert "anary" not in serializers.serialize("json", Person.objects.all())


def test_every_sealed_model_has_a_ref_to_seal_to():
    sealed = {shelf.name for shelf in resealing.shelves()}
    assert {"people.person", "people.concern", "people.concernnote", "people.contactpoint"} <= sealed
    for model in (Person, ContactPoint):
        assert model._meta.get_field("ref").unique
        assert all(isinstance(field, SealedTextField) for field in sealed_fields(model))


# ---------------------------------------------------------------- Changing the key


def test_a_new_key_takes_over_and_the_old_one_can_go(jo, settings):
    settings.FIELD_KEYS = NEW | OLD
    with pytest.raises(CommandError, match="still sealed with older keys"):
        reseal("--check")

    assert "people.person: 1 rows read, 1 sealed again" in reseal()
    assert "Only the newest key" in reseal("--check")
    settings.FIELD_KEYS = NEW
    found = Person.objects.get()
    assert (found.family_name, found.crn, found.needs_note) == ("Canarysson", "X123456", "canary note")
    assert list(Person.objects.found_by("Canarysson")) == [found]


def test_what_is_done_is_passed_over_when_it_is_started_again(jo, settings):
    settings.FIELD_KEYS = NEW | OLD
    reseal()
    before = column("family_name", jo.pk)

    assert "1 rows read, 0 sealed again" in reseal(batch=1)
    assert column("family_name", jo.pk) == before


def test_killed_half_way_it_has_lost_nothing(jo, settings):
    for n in range(5):
        make.person(f"P{n}", family_name=f"Canary{n}")
    settings.FIELD_KEYS = NEW | OLD

    class Killed(BaseException):
        pass

    def kill(report):
        if report.read >= 4:
            raise Killed

    shelf = next(shelf for shelf in resealing.shelves() if shelf.name == "people.person")
    with pytest.raises(Killed):
        resealing.reseal(shelf, tell=kill, size=2)
    assert {person.family_name for person in Person.objects.all()} == {"Canarysson", *(f"Canary{n}" for n in range(5))}

    report = resealing.reseal(shelf, tell=lambda so_far: None)
    assert (report.read, report.resealed) == (6, 2)


def test_somebody_who_edits_at_the_same_moment_wins(jo, settings):
    settings.FIELD_KEYS = NEW | OLD
    shelf = next(shelf for shelf in resealing.shelves() if shelf.name == "people.person")

    def edited_meanwhile(after, size):
        rows = shelf.read(after, size)
        if after is None:
            persons.edit(person=jo, seen=1, family_name="Robin", by=None, at=AT)
        return rows

    slow = resealing.Shelf(shelf.name, edited_meanwhile, shelf.replace)
    report = resealing.reseal(slow, tell=lambda so_far: None)

    assert (report.resealed, report.left) == (0, 1)
    assert Person.objects.get().family_name == "Robin"


def test_a_missing_key_stops_it_with_a_sentence_and_no_cipher_text(jo, settings):
    settings.FIELD_KEYS = NEW
    token = column("family_name", jo.pk)

    for args in ((), ("--check",)):
        with pytest.raises(CommandError, match="FIELD_KEYS") as refusal:
            reseal(*args)
        assert token not in str(refusal.value)
    assert column("family_name", jo.pk) == token


@pytest.mark.parametrize("keys", [NEW, {"old": b"x" * 32}, {}])
def test_a_missing_or_wrong_key_is_found_before_anybody_meets_it(jo, settings, keys):
    settings.FIELD_KEYS = keys
    problems = run_checks(tags=["database"], databases=["default"])

    assert {problem.id for problem in problems} & {"common.E001", "common.E002"}
    assert column("family_name", jo.pk) not in str(problems)


def test_the_right_key_passes_the_check(jo):
    assert not [p for p in run_checks(tags=["database"], databases=["default"]) if p.id.startswith("common.")]


def test_a_text_still_sealed_is_never_shown(jo):
    found = Person.objects.get()

    assert isinstance(found.__dict__["family_name"], Sealed)
    assert str(found.__dict__["family_name"]) == "[sealed]"
