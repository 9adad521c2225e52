"""A certificate as a signed credential: with this house's keys, addresses and secrets."""

import hashlib
import hmac
from datetime import UTC
from typing import Any

from django.conf import settings
from django.urls import reverse

from training.models import Certificate
from training.rules import badges, credentials


def verify_address(certificate: Certificate) -> str:
    """Where anybody may see what a certificate stands for, as it is printed and drawn."""
    return f"{settings.PUBLIC_BASE_URL}{reverse('training:certificates-verify', args=[certificate.code])}"


def issuer_address() -> str:
    return f"{settings.PUBLIC_BASE_URL}{reverse('training:credentials-issuer')}"


def public_keys() -> list[str]:
    """The key in use first, then those that signed earlier."""
    return [credentials.public_key(secret) for secret in settings.CREDENTIAL_KEYS.values()]


def can_sign() -> bool:
    return bool(settings.CREDENTIAL_KEYS)


def signed(certificate: Certificate) -> dict[str, Any]:
    """The credential. The same certificate gives the same credential, until its holder decides anew about the name."""
    secret, issuer = next(iter(settings.CREDENTIAL_KEYS.values())), issuer_address()
    issued_at = certificate.issued_at.astimezone(UTC)
    badge = badges.Badge(
        snapshot=certificate.plain, issued_at=issued_at, expires_on=certificate.expires_on,
        verify=verify_address(certificate), issuer=issuer, salt=_salt(certificate),
        shows_name=certificate.may_show_name,
    )  # fmt: skip
    return credentials.sign(
        badges.credential(badge),
        secret=secret,
        method=f"{issuer}#{credentials.public_key(secret)}",
        created=badges.moment(issued_at),
    )


def profile() -> dict[str, Any]:
    home = f"{settings.PUBLIC_BASE_URL}/"
    return badges.issuer_profile(issuer=issuer_address(), home=home, keys=public_keys())


def revocations(certificate: Certificate) -> dict[str, Any]:
    return badges.revocations(
        verify=verify_address(certificate), issuer=issuer_address(), withdrawn=certificate.withdrawn_on is not None
    )


def _salt(certificate: Certificate) -> str:
    """As long as anything that nobody guesses, and the same each time."""
    words = f"credential:{certificate.code}".encode()
    return hmac.new(settings.BLIND_INDEX_KEY.encode(), words, hashlib.sha256).hexdigest()[:32]
