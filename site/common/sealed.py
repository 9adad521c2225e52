"""Sealing text so that the database alone does not give it away.

AES-256-GCM. A sealed text reads `1:<key name>:<base64 of nonce and cipher text>`. It is bound to its place (model,
field and row reference) as associated data: copied into another row or another column it will not open. Keys come from
`settings.FIELD_KEYS`; the first seals, all of them open, so a key is changed by putting a new one in front and running
`manage.py reseal`.
"""

import base64
import hashlib
import hmac
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

FORM = "1"
NONCE = 12

Ring = dict[str, bytes]


class CannotOpen(Exception):
    """The key is missing or wrong, or the text was moved or changed. The text itself is never part of the message."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed text as it stands in the database. It never prints what is inside, sealed or open."""

    token: str

    def __str__(self) -> str:
        return "[sealed]"

    def __repr__(self) -> str:
        return "Sealed(…)"

    @property
    def key_name(self) -> str:
        return self.token.split(":", 2)[1]


def read_ring(written: str) -> Ring:
    """`name:key,name:key` to a ring; each key is 32 bytes in base64."""
    ring: Ring = {}
    for entry in filter(None, (part.strip() for part in written.split(","))):
        name, colon, key = entry.partition(":")
        if not colon or not name.isalnum() or len(name) > 20:
            # Never with the name: where the colon is missing, it is the key.
            raise ValueError("a key needs a short name of letters and digits before its colon")
        if name in ring:
            raise ValueError(f"two keys are called {name}")
        try:
            ring[name] = base64.b64decode(key, validate=True)
        except ValueError:
            raise ValueError(f"the key called {name} is not base64") from None
        if len(ring[name]) != 32:
            raise ValueError(f"the key called {name} is not 32 bytes")
    return ring


def seal(plain: str, *, place: str, ring: Ring | None = None) -> Sealed:
    """Seal `plain` to `place` (model, field and row) with the first key of the ring."""
    keys = settings.FIELD_KEYS if ring is None else ring
    name = next(iter(keys))
    nonce = os.urandom(NONCE)
    body = AESGCM(keys[name]).encrypt(nonce, plain.encode(), place.encode())
    return Sealed(f"{FORM}:{name}:{base64.b64encode(nonce + body).decode()}")


def unseal(sealed: Sealed, *, place: str, ring: Ring | None = None) -> str:
    """Open what was sealed to `place`; raises CannotOpen."""
    keys = settings.FIELD_KEYS if ring is None else ring
    try:
        form, name, written = sealed.token.split(":", 2)
        if form != FORM:
            raise CannotOpen(f"form {form} is not known")
        raw = base64.b64decode(written, validate=True)
        return AESGCM(keys[name]).decrypt(raw[:NONCE], raw[NONCE:], place.encode()).decode()
    except KeyError as missing:
        raise CannotOpen(f"the key called {missing} is not in FIELD_KEYS") from None
    except (InvalidTag, ValueError):
        raise CannotOpen(f"{place} does not open: wrong key, or the text was moved or changed") from None


def blind_index(value: str, *, kind: str) -> str:
    """A keyed fingerprint for exact look-ups of a sealed value: 32 hex digits, one for `a1234bc` and `A1234 BC`."""
    folded = "".join(value.split()).casefold()
    if not folded:
        return ""
    key = settings.BLIND_INDEX_KEY.encode()
    return hmac.new(key, f"{kind}:{folded}".encode(), hashlib.sha256).hexdigest()[:32]
