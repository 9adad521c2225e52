"""The lock, where everyone above looks for it. How it works is in common.access."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from accounts.models import User
from common.access import Rule, View, allow, anyone, demand, signed_in

__all__ = ["Rule", "View", "allow", "anyone", "demand", "signed_in", "user_of"]


def user_of(request: HttpRequest) -> User:
    """The user behind a locked door, where nobody is anonymous: for code that wants a User and no maybe."""
    if isinstance(request.user, User):
        return request.user
    raise PermissionDenied
