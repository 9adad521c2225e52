"""Run one background worker, until it is asked to stop. `serve` runs one beside the web; add as many as you like."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from worker import claims
from worker.runner import Worker


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []  # whoever deploys makes them; a worker should be back at once

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queue", default=claims.ALL_QUEUES, help="queues, with commas (default: all)")
        parser.add_argument("--once", action="store_true", help="run one task that is due, then stop")
        parser.add_argument("--batch", action="store_true", help="run all tasks that are due, then stop")
        parser.add_argument("--id", default="", help="a name for this worker; each needs its own")
        parser.add_argument("--instead-of", default="", help="a worker known to be dead, whose task is free at once")

    def handle(self, *args: Any, **options: Any) -> None:
        queues = [name.strip() for name in options["queue"].split(",") if name.strip()]
        worker = Worker(clock=timezone.now, queues=queues, worker_id=options["id"])
        if options["once"] or options["batch"]:
            ran = worker.run_batch(most=1 if options["once"] else None)
            self.stdout.write(f"{ran} done.")
            return
        worker.run(instead_of=options["instead_of"])
