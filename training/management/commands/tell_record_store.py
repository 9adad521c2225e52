from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from training import record_store, tasks
from training.actions import statements
from training.models import Statement


class Command(BaseCommand):
    help = "Send the learning record store what is due; with --refused, what it would not have before as well."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--refused", action="store_true", help="once somebody has put right why")

    def handle(self, *args: Any, refused: bool = False, **options: Any) -> None:
        if not record_store.is_set():
            self.stdout.write("No record store is set: see XAPI_ENDPOINT.")
            return
        if refused:
            statements.try_again(by=None, at=timezone.now())
        tasks.tell_record_store.call()
        left = Statement.objects.filter(sent_at=None).count()
        self.stdout.write(f"{left} left to send." if left else "Everything is sent.")
