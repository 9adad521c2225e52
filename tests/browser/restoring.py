"""Putting the test database back as the migrations left it, quickly, on both databases."""

import sqlite3
from dataclasses import dataclass

from django.core.management import call_command
from django.db import connection


@dataclass(frozen=True)
class Snapshot:
    """SQLite is copied page by page, triggers and all; PostgreSQL is truncated and filled again."""

    pages: sqlite3.Connection | None
    rows: str

    @classmethod
    def take(cls) -> "Snapshot":
        connection.ensure_connection()
        if connection.vendor != "sqlite":
            return cls(None, connection.creation.serialize_db_to_string())
        pages = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(pages)
        return cls(pages, "")

    def put_back(self) -> None:
        connection.ensure_connection()
        if self.pages is not None:
            self.pages.backup(connection.connection)
            return
        call_command("flush", verbosity=0, interactive=False, allow_cascade=True, inhibit_post_migrate=True)
        connection.creation.deserialize_db_from_string(self.rows)
