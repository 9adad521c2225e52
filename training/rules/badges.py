"""A certificate as an Open Badges 3.0 credential (https://www.imsglobal.org/spec/ob/v3p0), not signed yet.

All of it comes from the frozen snapshot, so a credential fetched twice is the same, whatever was edited in between.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

CONTEXT = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"]
KEYS_CONTEXT = "https://www.w3.org/ns/cid/v1"
SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
ISSUER = "Alongside, the Care Leavers’ Association"


@dataclass(frozen=True)
class Badge:
    """`snapshot` is the certificate's; `verify` the address that a person may open. `salt` hides the name from whoever
    does not know it; with `shows_name` it stands there for all to read.
    """

    snapshot: Mapping[str, Any]
    issued_at: datetime
    expires_on: date | None
    verify: str
    issuer: str
    salt: str
    shows_name: bool


def credential(badge: Badge) -> dict[str, Any]:
    said = badge.snapshot
    made = {
        "@context": list(CONTEXT),
        "id": badge.verify,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": badge.issuer, "type": ["Profile"], "name": ISSUER},
        "validFrom": moment(badge.issued_at),
        "name": said["module"],
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [_holder(said["name"], badge)],
            "achievement": _achievement(said, badge.issuer),
        },
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
        "credentialStatus": {"id": f"{badge.verify}status/", "type": "1EdTechRevocationList"},
    }
    if badge.expires_on:
        made["validUntil"] = f"{badge.expires_on.isoformat()}T23:59:59Z"
    return made


def moment(at: datetime) -> str:
    """In UTC and whole seconds, as credentials write it; `at` is in UTC."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _holder(name: str, badge: Badge) -> dict[str, Any]:
    """The name itself, or what proves it to somebody who knows it already."""
    told = {"type": "IdentityObject", "identityType": "name"}
    if badge.shows_name:
        return told | {"hashed": False, "identityHash": name}
    return told | {"hashed": True, "identityHash": hashed(name, badge.salt), "salt": badge.salt}


def hashed(name: str, salt: str) -> str:
    return f"sha256${hashlib.sha256(f'{name}{salt}'.encode()).hexdigest()}"


def _achievement(said: Mapping[str, Any], issuer: str) -> dict[str, Any]:
    """One achievement for each version of a module: it says what that version taught."""
    return {
        "id": uuid5(NAMESPACE_URL, f"{issuer}{said['version_sha256']}").urn,
        "type": ["Achievement"],
        "achievementType": "CertificateOfCompletion",
        "name": said["module"],
        "description": f"A module of “{said['course']}”. It takes {said['minutes']} minutes and ends with a test.",
        "criteria": {"narrative": "They can now: " + "; ".join(said["outcomes"]) + "."},
        "inLanguage": said["language"],
        "version": str(said["version"]),
        "creator": {"id": issuer, "type": ["Profile"], "name": ISSUER},
    }


def issuer_profile(*, issuer: str, home: str, keys: list[str]) -> dict[str, Any]:
    """Who signs, and the public keys: the one in use first, and those that signed earlier."""
    methods = [
        {"id": f"{issuer}#{key}", "type": "Multikey", "controller": issuer, "publicKeyMultibase": key} for key in keys
    ]
    return {
        "@context": [*CONTEXT, KEYS_CONTEXT],
        "id": issuer,
        "type": ["Profile"],
        "name": ISSUER,
        "url": home,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def revocations(*, verify: str, issuer: str, withdrawn: bool) -> dict[str, Any]:
    """The list for one certificate, which names no other: nobody learns from it which codes there are."""
    revoked = [{"id": verify, "revoked": True}] if withdrawn else []
    return {"id": f"{verify}status/", "issuer": issuer, "revokedCredential": revoked}
