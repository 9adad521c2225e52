"""Print a ready session for each of the cast, so that tools can sign in. Refused when DEBUG is off."""

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from accounts.sessions import open_session_for
from desk.demo import cast


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="for tools: one JSON object by username")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("Ready sessions are for the demonstration. They are refused when DEBUG is off.")
        users = User.objects.in_bulk([member.username for member in cast.CAST], field_name="username")
        if not users:
            raise CommandError("The cast is not here. Run `manage.py demo --no-serve` first.")
        ready = {member.username: self.ready(member, users[member.username]) for member in cast.CAST}
        if options["json"]:
            self.stdout.write(json.dumps(ready, indent=2))
            return
        for username, made in ready.items():
            self.stdout.write(f"{username:8}{made['cookie']}={made['session']}  {made['about']}")

    @staticmethod
    def ready(member: cast.Member, user: User) -> dict[str, Any]:
        key = open_session_for(user, at=timezone.now())
        return {
            "username": member.username,
            "name": member.name,
            "roles": list(member.roles),
            "about": member.about,
            "password": cast.PASSWORD,
            "cookie": settings.SESSION_COOKIE_NAME,
            "session": key,
        }
