"""The second step of signing in: its secrets are sealed to whoever they belong to, and each code works once."""

from io import BytesIO
from typing import Any

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import salted_hmac
from qrcode import QRCode
from qrcode.image.svg import SvgPathImage

from accounts.models import User
from common.sealed import CannotOpen, Sealed, seal, unseal

MAIN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class MFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "That code is not right. Wait for a new one, then try again.",
        "bad_passkey": "Your device gave no answer that we could read. Try again, or use another way.",
        "cannot_delete_authenticator": "Your work here needs a second step. Add another one, then remove this one.",
        "cannot_generate_recovery_codes": "Set up a second step first. Then you can have spare codes.",
    }

    def encrypt(self, text: str) -> str:
        return seal_for(context.request.user, text)

    def decrypt(self, encrypted_text: str) -> str:
        owner, _, token = encrypted_text.partition("~")
        return unseal(Sealed(token), place=_place(owner))

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Those who must have a second step keep their last one."""
        return not authenticator.user.needs_second_step or others_of(authenticator).exists()

    def get_totp_label(self, user: User) -> str:
        return user.email or user.get_username()

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def _get_site_name(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def generate_authenticator_name(self, user: User, type: Any) -> str:
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return "My passkey" if not count else f"My passkey {count + 1}"

    def build_totp_svg(self, url: str) -> str:
        """A QR code to put into the page as it is: dark on light whatever the colour scheme, without inline style."""
        code = QRCode(border=4)
        code.add_data(url)
        written = BytesIO()
        code.make_image(image_factory=SvgPathImage).save(written)
        svg = written.getvalue().decode()
        return svg[svg.index("<svg") :].replace("<path", '<rect width="100%" height="100%" fill="#ffffff"/><path', 1)


def seal_for(user: User, text: str) -> str:
    return f"{user.ref}~{seal(text, place=_place(user.ref)).token}"


def _place(owner: str) -> str:
    return f"accounts.second_step:{owner}"


def others_of(authenticator: Authenticator) -> Any:
    return Authenticator.objects.filter(user_id=authenticator.user_id, type__in=MAIN).exclude(pk=authenticator.pk)


def has_second_step(user: User) -> bool:
    return Authenticator.objects.filter(user_id=user.pk, type__in=MAIN).exists()


def belongs(authenticator: Authenticator, user: User) -> bool:
    """False for a sealed secret that somebody moved here from another user's row."""
    secret = authenticator.data.get("secret") or authenticator.data.get("seed") or ""
    return secret.partition("~")[0] == user.ref


def opens(authenticator: Authenticator) -> bool:
    try:
        MFAAdapter().decrypt(authenticator.data.get("secret") or authenticator.data.get("seed") or "")
    except CannotOpen:
        return False
    return True


def first_use(user: User, code: str) -> bool:
    """True once for each code of each user, for as long as the code could still be right; every process shares it."""
    mark = salted_hmac("accounts.second_step", f"{user.ref}:{code}", algorithm="sha256").hexdigest()
    lasts = settings.MFA_TOTP_PERIOD * (2 * settings.MFA_TOTP_TOLERANCE + 2)
    return bool(cache.add(f"accounts:code:{mark}", "used", timeout=lasts))
