"""How a person themselves signs in."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access import allow, signed_in, user_of
from accounts.roles import ABOUT, Role
from accounts.second_step import has_second_step


@allow(signed_in)
def account(request: HttpRequest) -> HttpResponse:
    """Who am I here, and how do I sign in?"""
    roles = [(role.label, ABOUT[role]) for role in Role if role in user_of(request).roles]
    kinds = set(Authenticator.objects.filter(user=user_of(request)).values_list("type", flat=True))
    places = UserSession.objects.filter(user=user_of(request)).count()
    return render(request, "accounts/security/account.html", {"roles": roles, "kinds": kinds, "places": places})


@allow(signed_in)
def second_step(request: HttpRequest) -> HttpResponse:
    """Set one up: where staff are sent until they have one, and where anybody else may go."""
    if has_second_step(user_of(request)):
        return redirect("mfa_index")
    return render(request, "accounts/security/second_step.html")
