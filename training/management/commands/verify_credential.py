"""Verify a credential without a network: by our own keys, or by those of an issuer's profile that was kept."""

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from common.dates import local_day
from training import proving
from training.rules import credentials

UNREADABLE = (OSError, ValueError, RecursionError, KeyError, TypeError)


class Command(BaseCommand):
    help = "Say whether a credential (a JSON file) is genuine. Asks no network and no database."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the credential")
        parser.add_argument("--issuer", type=Path, help="the issuer's profile (/training/issuer/), kept as a file")

    def handle(self, *args: Any, file: Path, issuer: Path | None = None, **options: Any) -> None:
        found = self._read(file)
        keys = self._keys_of(issuer) if issuer else proving.public_keys()
        if reasons := credentials.why_not_genuine(found, keys=keys):
            raise CommandError(" ".join(reasons))
        subject = found["credentialSubject"]["achievement"]
        self.stdout.write(
            f"Genuine: “{subject['name']}”, version {subject['version']}, from {found['validFrom'][:10]}."
        )
        if until := found.get("validUntil", "")[:10]:
            over = date.fromisoformat(until) < local_day(timezone.now())
            self.stdout.write(f"It {'ran' if over else 'runs'} out on {until}.")
        self.stdout.write(f"Whether it was withdrawn since is said at {found['id']}")

    def _read(self, file: Path) -> dict[str, Any]:
        try:
            return credentials.read(file.read_text(encoding="utf-8"))
        except UNREADABLE:
            raise CommandError(f"{file}: {credentials.NOT_OURS}") from None

    def _keys_of(self, issuer: Path) -> list[str]:
        try:
            methods = json.loads(issuer.read_text(encoding="utf-8"))["verificationMethod"]
            return [str(method["publicKeyMultibase"]) for method in methods]
        except UNREADABLE:
            raise CommandError(f"{issuer}: this is no issuer’s profile.") from None
