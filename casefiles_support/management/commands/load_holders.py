"""Adds a holder for each council in the directory of places, and the councils that are gone. Safe to run again."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from casefiles_support.actions import holders


class Command(BaseCommand):
    help = "Add whoever may hold records: councils, trusts, and councils that are gone. Changes nothing that is there."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"holders: {holders.load(by=None, at=timezone.now())} added")
