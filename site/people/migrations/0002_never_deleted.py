"""Triggers that refuse to delete a concern or what was done about it, and to change who wrote a note and when.

The text of a note can be updated, so that it can be sealed again with a new key; sealed to its row, it can be replaced by
nobody who has no key. Names end with `_no_delete` and `_append_only`, so that a test database can find them to be emptied.
"""

from django.db import migrations

CONCERN, NOTE = "people_concern", "people_concernnote"
FIXED = "id, ref, concern_id, written_at, written_by_id"
TRIGGERS = {
    f"{CONCERN}_no_delete": f"BEFORE DELETE ON {CONCERN}",
    f"{NOTE}_no_delete": f"BEFORE DELETE ON {NOTE}",
    f"{NOTE}_append_only": f"BEFORE UPDATE OF {FIXED} ON {NOTE}",
}
WHY = "concerns and what was done about them are never deleted"


def guard(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(
            "CREATE FUNCTION people_concern_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{WHY}'; END $$"
        )
    then = (
        "FOR EACH ROW EXECUTE FUNCTION people_concern_is_kept()"
        if postgresql
        else f"BEGIN SELECT RAISE(ABORT, '{WHY}'); END"
    )
    for name, when in TRIGGERS.items():
        schema_editor.execute(f"CREATE TRIGGER {name} {when} {then}")


def guard_again(apps, schema_editor):
    """For every later migration that changes one of these tables: SQLite makes such a table anew, without its triggers."""
    if schema_editor.connection.vendor == "sqlite":
        for name in TRIGGERS:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        guard(apps, schema_editor)


def unguard(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for name, when in TRIGGERS.items():
        table = f" ON {when.rsplit(' ', 1)[1]}" if postgresql else ""
        schema_editor.execute(f"DROP TRIGGER {name}{table}")
    if postgresql:
        schema_editor.execute("DROP FUNCTION people_concern_is_kept()")


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
