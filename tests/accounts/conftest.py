"""What the tests of the door share."""

import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse

from accounts.second_step import seal_for

PASSWORD = "a long and lovely password"
DJANGO_FORCE_LOGIN = Client.force_login  # tests/conftest.py changes it for each test


def code_for(secret: str, steps: int = 0) -> str:
    """What an app shows now, or some half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


@pytest.fixture
def sign_in(client):
    """The password step, as a person types it."""

    def post(login: str, password: str = PASSWORD, *, by: Client = client, **extra):
        return by.post(reverse("account_login"), {"login": login, "password": password}, **extra)

    return post


@pytest.fixture
def half_signed_in(client):
    """Signed in with a password only."""

    def login(user) -> Client:
        DJANGO_FORCE_LOGIN(client, user)
        return client

    return login


@pytest.fixture
def with_codes():
    """Give somebody codes from an app; answers the secret."""

    def give(user) -> str:
        secret = generate_totp_secret()
        Authenticator.objects.create(user=user, type="totp", data={"secret": seal_for(user, secret)})
        return secret

    return give


@pytest.fixture
def later():
    """Move the clock on."""
    with ExitStack() as stack:

        def move(**much) -> None:
            stack.enter_context(time_machine.travel(datetime.now(UTC) + timedelta(**much), tick=True))

        yield move
