"""Serve the site: the web and a background worker, kept alive until Ctrl+C or SIGTERM."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from worker import serving


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []  # the children make their own

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 to be reached from other machines")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="web processes")
        parser.add_argument("--threads", type=int, default=4, help="threads in each")

    def handle(self, *args: Any, **options: Any) -> None:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        host, port = options["host"], options["port"]
        try:
            listening = serving.listen(host, port)
        except OSError as fault:
            raise CommandError(
                f"Port {port} cannot be used ({fault.strerror}). Try another: --port {port + 1}"
            ) from None
        shown = "localhost" if host in ("127.0.0.1", "0.0.0.0", "::1", "::") else host  # noqa: S104
        self.stdout.write(f"Alongside is at http://{shown}:{listening.getsockname()[1]}/ (Ctrl+C stops it)")
        self.stdout.flush()
        web = serving.web(listening, workers=options["workers"], threads=options["threads"])
        with listening:
            serving.Keeper([web, serving.background()]).run()
        self.stdout.write("Stopped.")
