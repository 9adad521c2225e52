"""Rows that are only added go with their whole journey, once two have agreed to it, and never alone."""

from django.db import migrations

WHY = "rows that are only added go with their whole journey"
AGREED = "SELECT 1 FROM casefiles_support_erasure e WHERE e.agreed_at IS NOT NULL AND e.journey_id = "
# How each table finds its journey.
OF = {
    "casefiles_support_choice": "OLD.journey_id",
    "casefiles_support_checkpoint": "OLD.journey_id",
    "casefiles_support_fact": "(SELECT journey_id FROM casefiles_support_accessrequest WHERE id = OLD.request_id)",
    "casefiles_support_holdingmove": (
        "(SELECT r.journey_id FROM casefiles_support_accessrequest r"
        " JOIN casefiles_support_parcel p ON p.request_id = r.id WHERE p.id = OLD.parcel_id)"
    ),
}


def set_up(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table, journey in OF.items():
        if postgresql:
            schema_editor.execute(
                f"CREATE FUNCTION {table}_goes_with_all() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF NOT EXISTS ({AGREED}{journey}) THEN RAISE EXCEPTION '{WHY}'; END IF; RETURN OLD; END $$"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {table}_goes BEFORE DELETE ON {table} FOR EACH ROW "
                f"EXECUTE FUNCTION {table}_goes_with_all()"
            )
        else:
            schema_editor.execute(
                f"CREATE TRIGGER {table}_goes BEFORE DELETE ON {table} WHEN NOT EXISTS ({AGREED}{journey}) "
                f"BEGIN SELECT RAISE(ABORT, '{WHY}'); END"
            )


def take_down(apps, schema_editor):
    postgresql = schema_editor.connection.vendor == "postgresql"
    for table in OF:
        schema_editor.execute(f"DROP TRIGGER {table}_goes" + (f" ON {table}" if postgresql else ""))
        if postgresql:
            schema_editor.execute(f"DROP FUNCTION {table}_goes_with_all()")


class Migration(migrations.Migration):
    dependencies = [("casefiles_support", "0006_erasures_and_what_is_left")]

    operations = [migrations.RunPython(set_up, take_down)]
