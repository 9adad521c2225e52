"""Who can sign in, for those who decide it."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from accounts import bars
from accounts.access import allow, demand, user_of
from accounts.actions import invitations, users
from accounts.filters.users import UserFilter, by_name
from accounts.forms.users import NothingForm, ReasonForm, RolesForm
from accounts.models import RoleGrant, User
from accounts.permissions import (
    can_change_roles,
    can_close_login,
    can_give_fresh_start,
    can_invite,
    can_see_logins,
)
from accounts.roles import ABOUT, Role
from accounts.second_step import has_second_step
from accounts.tables.users import UserTable
from accounts.views.invitations import hand_over
from audit import actions as audit
from common import answers
from common import listing as lists

confirmed = reauthentication_required(app="accounts")


def load(request: HttpRequest, ref: str) -> User:
    """Somebody's login. That it was opened is written down."""
    user = get_object_or_404(User.objects.prefetch_related("grants"), ref=ref)
    audit.looked(verb="accounts.login.opened", by=user_of(request), at=timezone.now(), subject=user)
    return user


@allow(can_see_logins)
def listing(request: HttpRequest) -> HttpResponseBase:
    held = Prefetch("grants", RoleGrant.objects.active(), to_attr="held")
    rows = lists.build(
        request,
        table=UserTable,
        queryset=User.objects.prefetch_related(held),
        filterset=UserFilter,
        search=by_name,
        name="logins",
    )
    audit.looked(verb="accounts.login.listed", by=user_of(request), at=timezone.now(), refs=rows.refs)
    return lists.respond(request, "accounts/users/listing.html", {"listing": rows})


@allow(can_see_logins)
def detail(request: HttpRequest, ref: str) -> HttpResponse:
    user = load(request, ref)
    context: dict[str, Any] = {
        "person": user,
        "grants": user.grants.select_related("granted_by", "ended_by").order_by("-granted_at"),
        "roles": [(role.label, ABOUT[role]) for role in Role if role in user.roles],
        "second_step": has_second_step(user),
        "bars": bars.why_not(user),
        "may_change": can_change_roles(user_of(request), user),
        "may_start_again": can_give_fresh_start(user_of(request), user),
    }
    return render(request, "accounts/users/detail.html", context)


@allow(can_see_logins)
@confirmed
def roles(request: HttpRequest, ref: str) -> HttpResponse:
    user = load(request, ref)
    demand(can_change_roles(user_of(request), user))
    form = RolesForm(request.POST or None, user=user)
    if request.method == "POST":
        form = RolesForm(request.POST, user=user)
        if form.is_valid():
            users.change_roles(user=user, roles=set(form.cleaned_data["roles"]), by=user_of(request), at=timezone.now())
            return redirect("accounts:users-detail", ref=user.ref)
    return answers.page(request, "accounts/users/roles.html", {"form": form, "person": user})


@allow(can_see_logins)
@confirmed
def close(request: HttpRequest, ref: str) -> HttpResponse:
    user = load(request, ref)
    demand(can_close_login(user_of(request), user))
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        users.close_login(user=user, reason=form.cleaned_data["reason"], by=user_of(request), at=timezone.now())
        messages.success(request, "The login is closed. They are signed out everywhere.")
        return redirect("accounts:users-detail", ref=user.ref)
    return answers.page(request, "accounts/users/close.html", {"form": form, "person": user})


@allow(can_see_logins)
@confirmed
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    user = load(request, ref)
    demand(can_close_login(user_of(request), user))
    form = NothingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        answers.attempt(form, users.reopen_login, user=user, by=user_of(request), at=timezone.now())
        if not form.errors:
            return redirect("accounts:users-detail", ref=user.ref)
    return answers.page(request, "accounts/users/reopen.html", {"form": form, "person": user})


@allow(can_see_logins)
@confirmed
def clear_second_step(request: HttpRequest, ref: str) -> HttpResponse:
    user = load(request, ref)
    demand(can_close_login(user_of(request), user))
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        users.clear_second_step(user=user, reason=form.cleaned_data["reason"], by=user_of(request), at=timezone.now())
        messages.success(request, "They set up a new second step when they next sign in.")
        return redirect("accounts:users-detail", ref=user.ref)
    return answers.page(request, "accounts/users/clear_second_step.html", {"form": form, "person": user})


@allow(can_invite)
@confirmed
def fresh_start(request: HttpRequest, ref: str) -> HttpResponse:
    user = load(request, ref)
    demand(can_give_fresh_start(user_of(request), user))
    form = NothingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return hand_over(request, *invitations.give_fresh_start(user=user, by=user_of(request), at=timezone.now()))
    return answers.page(request, "accounts/users/fresh_start.html", {"form": form, "person": user})
