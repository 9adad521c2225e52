"""Check the whole audit trail; exits with 1 and names the first broken row if it was tampered with."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit.checking import check
from audit.models import Entry


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--kept",
            metavar="LENGTH:SEAL",
            help="a head printed earlier and kept elsewhere: the trail must still hold it, or it was rewritten",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = check()
        if not found.whole:
            where = f"row {found.broken_at}" if found.broken_at else "the end"
            raise CommandError(f"The trail is broken at {where}: {found.why}.")
        if options["kept"]:
            self.compare(options["kept"])
        self.stdout.write(f"The trail is whole: {found.rows} rows. Keep this elsewhere: {found.rows}:{found.last_seal}")

    def compare(self, kept: str) -> None:
        length, _, seal = kept.partition(":")
        row = (
            Entry.objects.order_by("pk")[int(length) - 1 : int(length)].first()
            if length.isdigit() and int(length)
            else None
        )
        if row is None or row.seal != seal:
            raise CommandError("The trail is whole in itself, but it is not the trail that was kept: it was rewritten.")
