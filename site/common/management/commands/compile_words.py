"""`manage.py compile_words`: after a change of words in another language, so that Django reads the new ones."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from common import catalogues


class Command(BaseCommand):
    help = "Makes django.mo of each django.po of ours."

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for written in sorted(Path(folder).glob("*/LC_MESSAGES/*.po")):
                written.with_suffix(".mo").write_bytes(catalogues.compiled(catalogues.read(written)))
                self.stdout.write(f"Compiled {written}")
