"""The key with which a browser seals what it must keep for a while without signal.

It is made from the house's own secret and the user's ref, so it is the same at every sign-in and is nowhere kept here.
A browser that forgets it (at the quick way out, or after `LASTS`) cannot read what it holds until the same person has
signed in again. It protects words that lie on a phone from whoever uses that phone next. It does not protect them from
somebody who can copy a browser's own files while the key is still in them, nor from the browser itself.
"""

import base64
import hashlib
import hmac

from django.conf import settings

from accounts.models import User

# Seconds for which a browser may read what it holds without asking us: no longer than a sign-in lasts.
LASTS = settings.SIGN_IN_LASTS


def phone_key(user: User) -> str:
    """32 bytes in base64."""
    secret = settings.BLIND_INDEX_KEY.encode()
    return base64.b64encode(hmac.new(secret, f"accounts.phone:{user.ref}".encode(), hashlib.sha256).digest()).decode()
