"""Rules that hold for everyone who is signed in, on every page."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from accounts import sessions
from accounts.access import anyone, user_of
from accounts.actions import held_forms
from accounts.holding import can_be_held, fields_of
from accounts.models import User
from accounts.second_step import has_second_step
from audit import actions as audit

Answer = Callable[[HttpRequest], HttpResponse]

WRITE_SEEN_EACH = 60  # seconds: a write for each request would double the cost of reading
# A kept form was sent again and its page has answered: it took it, or it shows what is wrong with the text still there.
SEEN_BY_ITS_PAGE = {200, 302, 303, 409, 422}
# All that a person who still owes a second step can reach, besides what is open to everyone.
WITHOUT_SECOND_STEP = {
    "account_logout",
    "account_reauthenticate",
    "accounts:security-second-step",
    "accounts:sign-in-stay",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_view_recovery_codes",
    "wagtail_serve",
}


class SignedInRules:
    """Signs people out who do nothing for long, keeps what they then send, and asks staff for their second step."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = timezone.now().timestamp()
            if self.is_over(request, now):
                self.sign_out(request)
            else:
                self.note_seen(request, now)
        response = self.get_response(request)
        if request.method == "POST" and response.status_code in SEEN_BY_ITS_PAGE:
            self.let_go(request)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Here the door is known. What is open to everyone stays open, whatever the person still owes."""
        if getattr(view, "allowed_by", None) is anyone:
            return None
        if not request.user.is_authenticated:
            return self.hold(request) if can_be_held(request) else None
        return self.ask_for_second_step(request)

    def ask_for_second_step(self, request: HttpRequest) -> HttpResponse | None:
        user, match = user_of(request), request.resolver_match
        if not user.needs_second_step or sessions.did_second_step(request.session, user):
            return None
        if match is not None and match.view_name in WITHOUT_SECOND_STEP:
            return None
        if has_second_step(user):  # added in another browser, and not shown in this one yet
            return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': request.get_full_path()})}")
        return redirect("accounts:security-second-step")

    def is_over(self, request: HttpRequest, now: float) -> bool:
        seen = request.session.get(sessions.SEEN)
        if seen is None:
            return False
        idle = now - seen > sessions.idle_seconds(request.user)
        return idle or now - request.session.get(sessions.SIGNED_IN, 0) > settings.SIGN_IN_LASTS

    def note_seen(self, request: HttpRequest, now: float) -> None:
        request.session.setdefault(sessions.SIGNED_IN, now)
        request.idle_seconds = sessions.idle_seconds(request.user)  # type: ignore[attr-defined]  # for static/js/idle.js
        if now - request.session.get(sessions.SEEN, 0) > WRITE_SEEN_EACH:
            request.session[sessions.SEEN] = now

    def sign_out(self, request: HttpRequest) -> None:
        """Sign out, remembering only whose form may still arrive from a page that is open."""
        user = user_of(request)
        request.timed_out = True  # type: ignore[attr-defined]  # accounts.receivers asks
        audit.record(verb="accounts.login.timed_out", by=user, at=timezone.now(), subject=user)
        logout(request)
        request.session[sessions.WAS] = user.ref

    def hold(self, request: HttpRequest) -> HttpResponse | None:
        """Keep what was sent for whoever was signed in here, and ask them to sign in again."""
        user = User.objects.filter(ref=request.session[sessions.WAS], is_active=True).first()
        if user is None:
            return None
        held_forms.keep(path=request.path, fields=fields_of(request), by=user, at=timezone.now())
        return redirect_to_login(reverse("accounts:held-forms-listing"))

    def let_go(self, request: HttpRequest) -> None:
        ref = request.POST.get("held_form", "")
        if ref and request.user.is_authenticated:
            held_forms.let_go(ref=ref, by=request.user, at=timezone.now())
