"""Signing what a certificate says, so that anybody can verify it with a public key and no network.

W3C Data Integrity, cryptosuite `eddsa-jcs-2022` (https://www.w3.org/TR/vc-di-eddsa/#eddsa-jcs-2022): Ed25519 over the
SHA-256 of the proof's settings followed by the SHA-256 of the document, each as canonical JSON (RFC 8785). Keys are
written as Multikey: `z6Mk…`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from training.rules.versions import canonical

Document = dict[str, Any]
SUITE = "eddsa-jcs-2022"
ED25519 = bytes([0xED, 0x01])
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
# A signature is 64 bytes: 88 letters at most.
LONGEST = 100
NOT_OURS = "This is not a credential that we can read."
UNKNOWN_KEY = "It was not signed with any key that was given."
FORGED = "It does not say what was signed: it was changed, or it is a forgery."


def public_key(secret: bytes) -> str:
    """The Multikey of a secret key of 32 bytes."""
    return _multibase(ED25519 + Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw())


def sign(document: Mapping[str, Any], *, secret: bytes, method: str, created: str) -> Document:
    """The document with its proof. `method` is the address of the public key; the same in gives the same out."""
    proof = {
        "type": "DataIntegrityProof", "cryptosuite": SUITE, "created": created, "verificationMethod": method,
        "proofPurpose": "assertionMethod", "@context": document["@context"],
    }  # fmt: skip
    signature = Ed25519PrivateKey.from_private_bytes(secret).sign(_digest(document, proof))
    return {**document, "proof": proof | {"proofValue": _multibase(signature)}}


def read(text: str) -> Document:
    """A credential from a file. Raises ValueError where no two readers would read the same: a name that comes twice,
    a number with a point, or no object at all.
    """
    found = json.loads(text, object_pairs_hook=_once, parse_float=_refuse, parse_constant=_refuse)
    if not isinstance(found, dict):
        raise ValueError("no object")
    canonical(found).encode()  # half a letter is no text
    return found


def why_not_genuine(signed: Mapping[str, Any], *, keys: Iterable[str]) -> list[str]:
    """Reasons why none of the holders of `keys` (Multikeys) said this; empty where one of them did, word for word."""
    proof = signed.get("proof")
    if not isinstance(proof, Mapping) or not _is_proof(proof, signed):
        return [NOT_OURS]
    signature = _bytes(proof["proofValue"])
    named = str(proof["verificationMethod"]).rpartition("#")[2]
    key = next((one for one in keys if one == named), None)
    raw = _bytes(key) if key else None
    if raw is None or len(raw) != 34 or not raw.startswith(ED25519):
        return [UNKNOWN_KEY]
    document = {name: value for name, value in signed.items() if name != "proof"}
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    try:
        Ed25519PublicKey.from_public_bytes(raw[2:]).verify(signature or b"", _digest(document, options))
    except InvalidSignature:
        return [FORGED]
    return []


def _is_proof(proof: Mapping[str, Any], signed: Mapping[str, Any]) -> bool:
    return (
        proof.get("type") == "DataIntegrityProof"
        and proof.get("cryptosuite") == SUITE
        and proof.get("proofPurpose") == "assertionMethod"
        and proof.get("@context", signed.get("@context")) == signed.get("@context")
        and isinstance(proof.get("proofValue"), str)
        and isinstance(proof.get("verificationMethod"), str)
    )


def _digest(document: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
    return b"".join(hashlib.sha256(canonical(one).encode()).digest() for one in (options, document))


def _multibase(raw: bytes) -> str:
    number, letters = int.from_bytes(raw), ""
    while number:
        number, place = divmod(number, 58)
        letters = BASE58[place] + letters
    zeros = len(raw) - len(raw.lstrip(b"\0"))
    return "z" + BASE58[0] * zeros + letters


def _bytes(written: str) -> bytes | None:
    """What a multibase text (base 58) holds; None where it is none."""
    body = written[1:]
    if not written.startswith("z") or len(written) > LONGEST or any(letter not in BASE58 for letter in body):
        return None
    number = 0
    for letter in body:
        number = number * 58 + BASE58.index(letter)
    zeros = len(body) - len(body.lstrip(BASE58[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8)


def _once(pairs: list[tuple[str, Any]]) -> Document:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name comes twice")
    return found


def _refuse(written: str) -> Any:
    raise ValueError("a number that may be read in two ways")
