"""What we ask of allauth that its settings cannot say."""

import logging
import time
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone  # This is an edge: allauth calls it with the request.

from accounts import bars, limits, sessions
from accounts.models import HeldForm, User

log = logging.getLogger(__name__)

NOT_RIGHT = (
    "We could not sign you in. Check your username or email and your password. "
    "After 5 wrong tries you need to wait 5 minutes. If it still does not work, talk to your coordinator."
)
JUST_SIGNED_IN = timedelta(minutes=5).total_seconds()


class Adapter(DefaultAccountAdapter):
    """Invitation only, one answer for every failure, and mail that never stops a page."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": NOT_RIGHT,
        "email_password_mismatch": NOT_RIGHT,
        "too_many_login_attempts": NOT_RIGHT,
        "invalid_login": NOT_RIGHT,
        "account_inactive": NOT_RIGHT,
        "enter_current_password": "That is not the password you use now.",
        "incorrect_password": "That is not your password. Try again.",
        "incorrect_code": "That code is not right. Wait for a new one, then try again.",
        "rate_limited": "Too many tries. Wait 5 minutes, then try again.",
        "email_taken": "We cannot use that email address. Try another.",
        "duplicate_email": "That is the email address you have now.",
        "same_as_current": "That is the same as before.",
        "invalid_password_reset": "This link has been used, or is too old.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Logins are made by invitation only."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """For counting only. A server behind a socket with no proxy before it knows no address: all count as one."""
        try:
            return super().get_client_ip(request)
        except (PermissionDenied, ImproperlyConfigured):
            return "0.0.0.0"  # noqa: S104 - an answer, not an address to listen on

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        login = str(credentials.get("email") or credentials.get("username") or "")
        self._login_failed_rl_usage = limits.take(request, login, self.get_client_ip(request))
        if self._login_failed_rl_usage is None:
            User().set_password(credentials.get("password") or "")  # as long as a wrong password takes
            raise self.validation_error("too_many_login_attempts")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever typed a password minutes ago is not asked again: a second step is set up right after signing in."""
        signed_in = self.request.session.get(sessions.SIGNED_IN, 0)
        return time.time() - signed_in > JUST_SIGNED_IN

    def post_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse:
        now = timezone.now()
        request.session[sessions.SIGNED_IN] = request.session[sessions.SEEN] = now.timestamp()
        request.session.pop(sessions.WAS, None)
        response = super().post_login(request, user, **kwargs)
        if HeldForm.objects.visible_to(user).fresh(now).exists():
            response["Location"] = reverse("accounts:held-forms-listing")
        if not limits.knows(request, user.username):
            self.send_notification_mail("accounts/email/new_browser", user)
        limits.remember(request, response, user.username, user.email)
        return response

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """A passkey opens no closed login either. The answer is the same as for a wrong password."""
        if user.is_active and not bars.why_not(user):
            return super().pre_login(request, user, **kwargs)
        clear_login(request)
        self.add_message(request, messages.ERROR, message=NOT_RIGHT)
        return redirect("account_login")

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """False, and so a page that says it cannot be used, when somebody else took the address in the meantime."""
        try:
            with transaction.atomic():
                return bool(super().confirm_email(request, email_address))
        except IntegrityError:
            return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:security-account")

    def send_notification_mail(self, template_prefix: str, user: Any, context: Any = None, email: Any = None) -> None:
        """To a proved address only: mail about a login must not go to whoever owns a mistyped one."""
        proved = EmailAddress.objects.filter(user_id=user.pk, verified=True)
        if email is None:
            email = proved.values_list("email", flat=True).first()
        if email:
            super().send_notification_mail(template_prefix, user, context, email)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A mail server that is down is for us to mend: the page still answers, and answers the same to everyone."""
        try:
            super().send_mail(template_prefix, email, context | {"house": settings.PUBLIC_BASE_URL})
        except (SMTPException, OSError):
            log.exception("A mail about a login could not be sent: %s", template_prefix)
