"""The one row of the sender, and triggers: what Twilio reported and what people texted is never deleted or rewritten.

Of an event only when it was settled, and of a text that came in only its number and words (sealed, and forgotten after a
while) and who has seen it, may still be written. Names end with `_no_delete` and `_append_only`, as elsewhere in the house.
"""

from django.db import migrations

EVENT, INBOUND = "messaging_textevent", "messaging_inboundtext"
TRIGGERS = {
    f"{EVENT}_no_delete": f"BEFORE DELETE ON {EVENT}",
    f"{EVENT}_append_only": f"BEFORE UPDATE OF id, sid, status, error_code, text_ref, source, received_at ON {EVENT}",
    f"{INBOUND}_no_delete": f"BEFORE DELETE ON {INBOUND}",
    f"{INBOUND}_append_only": f"BEFORE UPDATE OF id, ref, sid, number_index, received_at ON {INBOUND}",
}
WHY = "what came in is never deleted or rewritten"


def guard(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    if postgresql:
        schema_editor.execute(
            "CREATE FUNCTION messaging_came_in() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{WHY}'; END $$"
        )
    then = (
        "FOR EACH ROW EXECUTE FUNCTION messaging_came_in()"
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
        schema_editor.execute("DROP FUNCTION messaging_came_in()")


def the_sender(apps, schema_editor):
    apps.get_model("messaging", "Sender").objects.get_or_create(pk=1)


class Migration(migrations.Migration):
    dependencies = [("messaging", "0002_texts")]

    operations = [
        migrations.RunPython(the_sender, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
