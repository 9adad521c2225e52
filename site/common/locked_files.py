"""Files about people, sealed at rest: each with a key of its own, which its row keeps in a SealedTextField.

AES-256-GCM. The file alone gives nothing away, nor does its name; a new key ring seals the row's copy of the file's key
again and leaves the file as it is; and a row that is deleted takes the only key with it.
"""

import base64
import os
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

NONCE = 12
KEY_BITS = 256


class Gone(Exception):
    """The file is not there any more, or is not the one that was kept. Nothing of it is part of the message."""


@dataclass(frozen=True, slots=True)
class Locked:
    """Where the file is kept and the key to it (base64): keep the key in a sealed field, never in the clear."""

    name: str
    key: str


def keep(content: bytes, *, folder: str) -> Locked:
    """Seal `content` and put it in `folder` of the media storage, under a name that nobody can guess."""
    key, nonce, name = AESGCM.generate_key(KEY_BITS), os.urandom(NONCE), f"{folder}/{os.urandom(16).hex()}"
    body = AESGCM(key).encrypt(nonce, content, name.encode())
    return Locked(default_storage.save(name, ContentFile(nonce + body)), base64.b64encode(key).decode())


def open_again(locked: Locked) -> bytes:
    """What was kept. Raises Gone when the file is missing, was changed, or lies under another file's name."""
    try:
        with default_storage.open(locked.name) as file:
            raw = file.read()
        return AESGCM(base64.b64decode(locked.key)).decrypt(raw[:NONCE], raw[NONCE:], locked.name.encode())
    except (FileNotFoundError, InvalidTag, ValueError):
        raise Gone("this file does not open") from None
