"""Who is at the door: a username or an email address, and a password."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from allauth.account.internal.userkit import filter_users_by_email, get_user_by_username
from django.http import HttpRequest

from accounts import bars
from accounts.models import User


class Backend(AuthenticationBackend):
    """Looks once and hashes once, whatever was typed, so that the time it takes says nothing about who has a login."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        password = credentials.get("password") or ""
        user = self.find(str(credentials.get("email") or credentials.get("username") or ""))
        if user is None:
            User().set_password(password)
            return None
        if user.check_password(password) and self.user_can_authenticate(user):
            return user
        return None

    def find(self, login: str) -> User | None:
        """By email where it reads as one (a username never does), else by username."""
        if "@" not in login:
            return get_user_by_username(login)
        return next(iter(filter_users_by_email(login, prefer_verified=True, for_login=True)), None)

    def user_can_authenticate(self, user: Any) -> bool:
        return super().user_can_authenticate(user) and not bars.why_not(user)

    def get_user(self, user_id: int) -> User | None:
        """On every request: only whether the login is open, at the cost of the one query that is made anyway."""
        user = User.objects.filter(pk=user_id).first()
        return user if user is not None and user.is_active else None
