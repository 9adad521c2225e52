"""Putting the test database back as the migrations left it, quickly, on both databases."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction


@dataclass(frozen=True)
class Snapshot:
    """SQLite is copied page by page, triggers and all; in PostgreSQL only the tables that changed are filled again."""

    pages: sqlite3.Connection | None
    rows: dict[str, bytes]

    @classmethod
    def take(cls) -> "Snapshot":
        connection.ensure_connection()
        if connection.vendor != "sqlite":
            return cls(None, _all_rows())
        pages = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(pages)
        return cls(pages, {})

    def put_back(self) -> None:
        connection.ensure_connection()
        if self.pages is not None:
            self.pages.backup(connection.connection)
            return
        with transaction.atomic(), connection.cursor() as cursor:
            # No trigger fires meanwhile (a superuser may say so): the trail would refuse, and keys point every way.
            cursor.execute("SET LOCAL session_replication_role = replica")
            found = _all_rows()
            for table in {name for name in found | self.rows if found.get(name) != self.rows.get(name)}:
                cursor.execute(f'DELETE FROM "{table}"')
                if table in self.rows:
                    with cursor.copy(f'COPY "{table}" FROM STDIN') as rows:
                        rows.write(self.rows[table])


def _all_rows() -> dict[str, bytes]:
    """What each table of PostgreSQL holds that holds anything."""
    names = connection.introspection.table_names()
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT FROM \"{name}\")" for name in names))
        filled = [name for (name,) in cursor.fetchall()]
        return {name: _rows(cursor, name) for name in filled}


def _rows(cursor: Any, table: str) -> bytes:
    with cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
        return b"".join(sorted(map(bytes, rows)))
