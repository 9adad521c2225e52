"""Triggers that keep rows as they were written, on both databases. For migrations.

    GUARDS = Guards(why="what somebody chose is never changed", columns={"files_choice": ("id", "topic", "value")})
    operations = [migrations.RunPython(GUARDS.set_up, GUARDS.take_down)]

Name every column but the sealed ones: those are written anew when the key changes, and are bound to their row.
SQLite makes a table anew, without its triggers, when a migration changes it: run `GUARDS.set_up_again` there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Guards:
    """`columns` names, for each table, those that may never be changed once a row is there."""

    why: str
    columns: Mapping[str, Sequence[str]]

    def set_up(self, apps: Any, schema_editor: Any) -> None:
        postgresql = schema_editor.connection.vendor == "postgresql"
        for table, columns in self.columns.items():
            if postgresql:
                schema_editor.execute(
                    f"CREATE FUNCTION {table}_is_kept() RETURNS trigger LANGUAGE plpgsql AS "
                    f"$$ BEGIN RAISE EXCEPTION '{self.why}'; END $$"
                )
            then = (
                f"FOR EACH ROW EXECUTE FUNCTION {table}_is_kept()"
                if postgresql
                else f"BEGIN SELECT RAISE(ABORT, '{self.why}'); END"
            )
            quoted = ", ".join(schema_editor.quote_name(column) for column in columns)
            schema_editor.execute(f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OF {quoted} ON {table} {then}")

    def set_up_again(self, apps: Any, schema_editor: Any) -> None:
        """After a migration that changes one of these tables."""
        if schema_editor.connection.vendor == "sqlite":
            for table in self.columns:
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only")
            self.set_up(apps, schema_editor)

    def take_down(self, apps: Any, schema_editor: Any) -> None:
        postgresql = schema_editor.connection.vendor == "postgresql"
        for table in self.columns:
            schema_editor.execute(f"DROP TRIGGER {table}_append_only" + (f" ON {table}" if postgresql else ""))
            if postgresql:
                schema_editor.execute(f"DROP FUNCTION {table}_is_kept()")
