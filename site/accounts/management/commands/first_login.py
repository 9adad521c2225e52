"""Let the very first person in: a system administrator, who then invites everybody else. Asks for their password."""

from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from accounts.actions import users
from accounts.models import RoleGrant, User
from accounts.roles import Role


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--name", required=True, help="what people here call them")
        parser.add_argument("--email", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        if RoleGrant.objects.holding([Role.ADMINISTRATOR]).exists():
            raise CommandError("There is an administrator already. Ask them for an invitation.")
        if User.objects.filter(username__iexact=options["username"]).exists():
            raise CommandError("Somebody has that username already.")
        password = self.ask(options["username"])
        with transaction.atomic():
            user = User.objects.create_user(
                username=options["username"], email=options["email"], password=password, display_name=options["name"]
            )
            users.grant_role(user=user, role=Role.ADMINISTRATOR, by=None, at=timezone.now())
        self.stdout.write("Done. They sign in with it, set up their second step, and invite the others.")

    @staticmethod
    def ask(username: str) -> str:
        password = getpass("Password: ")
        if password != getpass("Once more: "):
            raise CommandError("The two are not the same. Nothing was made.")
        try:
            validate_password(password, User(username=username))
        except ValidationError as weak:
            raise CommandError(" ".join(weak.messages)) from None
        return password
