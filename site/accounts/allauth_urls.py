"""Those of allauth's pages that this house uses. What is not here does not exist: no sign-up, no phones."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as spare_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as user_sessions
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, re_path
from django.views.defaults import page_not_found

from accounts.access import Rule, anyone, signed_in


def ours(view: Callable[..., Any], rule: Rule) -> Callable[..., Any]:
    """A page of allauth under our laws: it says who may open it (allauth sees to that); a wrong form is 422."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = view(request, *args, **kwargs)
        shown = getattr(response, "context_data", None) or {}
        forms = [shown.get("form"), shown.get("webauthn_form")]
        if response.status_code == HTTPStatus.OK and any(form and form.is_bound and form.errors for form in forms):
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    page.allowed_by = rule  # type: ignore[attr-defined]
    return page


def forgets(view: Callable[..., Any]) -> Callable[..., Any]:
    """Signing out leaves nothing on the device. Cookies stay: one of them keeps strangers from shutting people out."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = view(request, *args, **kwargs)
        if request.method == "POST" and not request.user.is_authenticated:
            response["Clear-Site-Data"] = '"storage"'
        return response

    return page


NOWHERE = {"exception": Http404()}

urlpatterns = [
    path("login/", ours(account.login, anyone), name="account_login"),
    path("logout/", ours(forgets(account.logout), anyone), name="account_logout"),
    path("reauthenticate/", ours(account.reauthenticate, signed_in), name="account_reauthenticate"),
    path("email/", ours(account.email, signed_in), name="account_email"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", ours(account.confirm_email, anyone), name="account_confirm_email"),
    path("password/change/", ours(account.password_change, signed_in), name="account_change_password"),
    path("password/set/", ours(account.password_set, signed_in), name="account_set_password"),
    path("password/reset/", ours(account.password_reset, anyone), name="account_reset_password"),
    path("password/reset/done/", ours(account.password_reset_done, anyone), name="account_reset_password_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        ours(account.password_reset_from_key, anyone),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        ours(account.password_reset_from_key_done, anyone),
        name="account_reset_password_from_key_done",
    ),
    path("2fa/", ours(mfa.index, signed_in), name="mfa_index"),
    path("2fa/authenticate/", ours(mfa.authenticate, anyone), name="mfa_authenticate"),
    path("2fa/reauthenticate/", ours(mfa.reauthenticate, signed_in), name="mfa_reauthenticate"),
    path("2fa/totp/activate/", ours(totp.activate_totp, signed_in), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", ours(totp.deactivate_totp, signed_in), name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", ours(spare_codes.view_recovery_codes, signed_in), name="mfa_view_recovery_codes"),
    path(
        "2fa/recovery-codes/generate/",
        ours(spare_codes.generate_recovery_codes, signed_in),
        name="mfa_generate_recovery_codes",
    ),
    path("2fa/webauthn/", ours(passkeys.list_webauthn, signed_in), name="mfa_list_webauthn"),
    path("2fa/webauthn/add/", ours(passkeys.add_webauthn, signed_in), name="mfa_add_webauthn"),
    path("2fa/webauthn/login/", ours(passkeys.login_webauthn, anyone), name="mfa_login_webauthn"),
    path(
        "2fa/webauthn/reauthenticate/",
        ours(passkeys.reauthenticate_webauthn, signed_in),
        name="mfa_reauthenticate_webauthn",
    ),
    path("2fa/webauthn/keys/<int:pk>/remove/", ours(passkeys.remove_webauthn, signed_in), name="mfa_remove_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/edit/", ours(passkeys.edit_webauthn, signed_in), name="mfa_edit_webauthn"),
    path("sessions/", ours(user_sessions.list_usersessions, signed_in), name="usersessions_list"),
    # allauth names these in its redirects and links; they lead nowhere here.
    path("signup/", page_not_found, NOWHERE, name="account_signup"),
    path("inactive/", page_not_found, NOWHERE, name="account_inactive"),
    path("confirm-email/", page_not_found, NOWHERE, name="account_email_verification_sent"),
    path("2fa/recovery-codes/download/", page_not_found, NOWHERE, name="mfa_download_recovery_codes"),
]
