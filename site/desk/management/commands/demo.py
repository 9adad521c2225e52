"""Make the demonstration and show it: database, made-up programme, web and worker, in one command."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone

from desk.demo import cast, load


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="where to listen (8000)")
        parser.add_argument("--no-serve", action="store_true", help="make the database and stop")
        parser.add_argument("--database", type=Path, help="the SQLite file to use, instead of alongside.sqlite3")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("The demonstration is for made-up people. With DEBUG off there may be real ones here.")
        if options["database"]:
            self.use(options["database"].resolve())
        call_command("migrate", verbosity=0)
        call_command("createcachetable")
        call_command("load_places", verbosity=0)
        fresh = load.load(at=timezone.now())
        self.stdout.write("The demonstration is ready." if fresh else "The demonstration was here already.")
        if not options["no_serve"]:
            self.introduce(options["port"])
            call_command("serve", port=options["port"])

    @staticmethod
    def use(path: Path) -> None:
        """Another file, for this process and for the web and worker that it starts."""
        if settings.DATABASE_URL:
            raise CommandError("--database names a SQLite file, and DATABASE_URL is set. Choose one.")
        os.environ["SQLITE_PATH"] = str(path)
        connections["default"].close()
        connections["default"].settings_dict["NAME"] = str(path)

    def introduce(self, port: int) -> None:
        self.stdout.write(f"\nOpen http://localhost:{port}/ or sign in as one of these made-up people with one press:")
        self.stdout.write(f"  http://localhost:{port}/desk/cast/\n\n")
        for member in cast.CAST:
            self.stdout.write(f"  {member.username:8}{member.about}")
        self.stdout.write(f"\nTheir password is “{cast.PASSWORD}”. Stop with Ctrl+C.\n")
