"""The lock: every view says who may open it.

`@allow(rule)` sends people who are not signed in to sign in, and answers 403 where the rule says no. What is not theirs
is another matter: the loader looks in `visible_to(user)` and answers 404, so that nobody learns that it exists.

It stands on the ground floor because pages below accounts (health, components) need a lock too; it knows no roles.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

View = Callable[..., Any]
Rule = Callable[[Any], bool]


def anyone(user: Any) -> bool:
    """Everybody, signed in or not."""
    return True


def signed_in(user: Any) -> bool:
    """Everybody who is signed in."""
    return bool(user.is_authenticated)


def allow(rule: Rule) -> Callable[[View], View]:
    """Lock a view with `rule`, a function of the user whose docstring is the policy."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if rule is not anyone and not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not rule(request.user):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        guarded.allowed_by = rule  # type: ignore[attr-defined]
        return guarded

    return decorate


def demand(allowed: bool) -> None:
    """For rules that need the record as well as the user: 403 unless `allowed`."""
    if not allowed:
        raise PermissionDenied
