"""Puts the guides and standing pages that come with Alongside in place. Run it as often as you like."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from pages.content import load


class Command(BaseCommand):
    help = "Puts the pages that come with Alongside in place. What editors have changed stays as it is."

    def handle(self, *args: Any, **options: Any) -> None:
        new = load(at=timezone.now())
        self.stdout.write(f"New pages: {', '.join(new) or 'none'}.")
