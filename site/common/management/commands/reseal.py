"""`manage.py reseal`: seal every text with the newest key of FIELD_KEYS. `--check` only counts.

To change the key: put a new one in front of FIELD_KEYS and start everything again; run this; when `--check` names only
the new one, take the old one out.
"""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from common.resealing import BATCH, Report, Shelf, key_names, reseal, shelves
from common.sealed import CannotOpen

TRIES = 5


class Command(BaseCommand):
    help = "Seals every sealed text with the newest key, while the site goes on. Can be stopped and started again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="only say which keys are in use; 1 if an old one is")
        parser.add_argument("--batch", type=int, default=BATCH, help="rows read at once")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.FIELD_KEYS:
            raise CommandError("FIELD_KEYS is empty: there is no key to seal with.")
        if options["check"]:
            self.check_keys()
            return
        for shelf in shelves():
            self.empty(shelf, options["batch"])
        self.stdout.write(self.style.SUCCESS("Everything is sealed with the newest key."))

    def empty(self, shelf: Shelf, batch: int) -> None:
        """Seal a whole shelf again, more than once where somebody keeps writing."""
        for _ in range(TRIES):
            try:
                done = reseal(shelf, tell=lambda so_far: self.tell(shelf, so_far), size=batch)
            except CannotOpen as fault:
                raise CommandError(f"{shelf.name}: {fault}. Nothing more was changed.") from None
            if not done.left:
                return
        raise CommandError(f"{shelf.name}: {done.left} rows kept changing. Run this again.")

    def tell(self, shelf: Shelf, so_far: Report) -> None:
        self.stdout.write(f"{shelf.name}: {so_far.read} rows read, {so_far.resealed} sealed again")

    def check_keys(self) -> None:
        """Raises CommandError (status 1) while a key other than the newest is in use."""
        newest, known = next(iter(settings.FIELD_KEYS)), set(settings.FIELD_KEYS)
        old = unknown = 0
        for shelf in shelves():
            for name, count in sorted(key_names(shelf).items()):
                words = (
                    "the newest" if name == newest else "an older one" if name in known else "MISSING from FIELD_KEYS"
                )
                self.stdout.write(f"{shelf.name}: {count} texts sealed with {name}, {words}")
                old += count if name in known - {newest} else 0
                unknown += count if name not in known else 0
        if unknown:
            raise CommandError(f"{unknown} texts cannot be opened: their keys are not in FIELD_KEYS.")
        if old:
            raise CommandError(f"{old} texts are still sealed with older keys: run this without --check.")
        self.stdout.write(self.style.SUCCESS("Only the newest key is in use."))
