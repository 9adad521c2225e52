"""Loads the councils, probation regions and prisons that come with Alongside. Safe to run again at any time."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from common.transitions import NotAllowed
from places.actions import loading
from places.models.sheets import COUNCILS, ESTABLISHMENTS, PROBATION_REGIONS, Sheet
from places.rules.brought import Unreadable
from places.rules.loading import read
from places.rules.sheets import Row

SHIPPED = Path(__file__).resolve().parents[2] / "data"
FILES = {
    "councils": ("local_authorities.csv", COUNCILS),
    "probation_regions": ("probation_regions.csv", PROBATION_REGIONS),
    "establishments": ("establishments.csv", ESTABLISHMENTS),
}


class Command(BaseCommand):
    help = (
        "Load councils, probation regions and prisons. Adds what is missing, updates what changed in the files, "
        "deletes nothing, and leaves alone every fact that people changed here."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--from", dest="folder", type=Path, default=SHIPPED, metavar="DIR", help="where the files are"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")

    def handle(self, *args: Any, folder: Path, dry_run: bool, **options: Any) -> None:
        rows = {kind: read_file(folder / name, sheet) for kind, (name, sheet) in FILES.items()}
        try:
            counts = loading.load(**rows, by=None, at=timezone.now(), dry_run=dry_run)
        except NotAllowed as refused:
            raise CommandError("\n".join(refused.reasons[:20])) from None
        for kind, found in counts.items():
            said = ", ".join(f"{number} {status}" for status, number in found.items() if status != "problem")
            self.stdout.write(f"{kind.replace('_', ' ')}: {said}")
        if dry_run:
            self.stdout.write("Nothing was changed: this was a dry run.")


def read_file(path: Path, sheet: Sheet) -> list[Row]:
    try:
        return read(path.read_bytes(), sheet.columns)
    except OSError:
        raise CommandError(f"{path} cannot be read.") from None
    except Unreadable as found:
        raise CommandError(f"{path.name}: {found}") from None
