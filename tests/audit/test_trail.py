import pytest
from django.db import DatabaseError, connection, transaction

from audit import actions as audit
from audit.checking import check
from audit.models import Entry, Event, Look
from audit.sentences import UnknownVerb
from tests.conftest import NOW

pytestmark = pytest.mark.django_db
VERB = "audit.trail.checked"


@pytest.fixture
def trail(rosa):
    return [audit.record(verb=VERB, by=rosa, at=NOW, subject=rosa, step=n) for n in range(5)]


def tamper(sql: str, *args) -> None:
    """What somebody with the database in their hands could do, once past the triggers."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only")
        else:
            cursor.execute("DROP TRIGGER audit_entry_no_update")
            cursor.execute("DROP TRIGGER audit_entry_no_delete")
        cursor.execute(sql, args)


def test_a_trail_that_nobody_touched_is_whole(trail):
    assert check().whole
    assert check().rows == Entry.objects.count() > 5


def test_changes_and_looks_share_one_chain(rosa):
    audit.record(verb=VERB, by=rosa, at=NOW)
    audit.looked(verb=VERB, by=rosa, at=NOW)

    assert Look.objects.get().before == Event.objects.latest("pk").seal


def test_a_changed_row_is_named(trail):
    tamper("UPDATE audit_entry SET actor_name = 'Nobody' WHERE id = %s", trail[2].pk)

    assert check().broken_at == trail[2].pk


def test_a_deleted_row_is_noticed_at_the_next_one(trail):
    tamper("DELETE FROM audit_entry WHERE id = %s", trail[1].pk)

    assert check().broken_at == trail[2].pk


def test_two_rows_that_changed_places_are_noticed(trail):
    spare = trail[4].pk + 1000
    tamper("UPDATE audit_entry SET id = %s WHERE id = %s", spare, trail[1].pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_entry SET id = %s WHERE id = %s", [trail[1].pk, trail[2].pk])
        cursor.execute("UPDATE audit_entry SET id = %s WHERE id = %s", [trail[2].pk, spare])

    assert check().broken_at == trail[1].pk


def test_rows_cut_off_the_end_are_missed(trail):
    tamper("DELETE FROM audit_entry WHERE id >= %s", trail[3].pk)

    found = check()
    assert not found.whole
    assert found.broken_at is None


@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET actor_name = 'x'", "DELETE FROM audit_entry"])
def test_the_database_itself_refuses_to_change_it(trail, sql):
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_a_verb_without_a_sentence_is_refused(rosa):
    with pytest.raises(UnknownVerb):
        audit.record(verb="people.person.vanished", by=rosa, at=NOW)


def test_nothing_is_written_when_the_change_is_rolled_back(rosa):
    before = Entry.objects.count()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        audit.record(verb=VERB, by=rosa, at=NOW)
        raise ZeroDivisionError

    assert Entry.objects.count() == before
    assert check().whole
