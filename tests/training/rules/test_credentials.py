"""A credential proves itself to whoever has the public key, and nothing else does."""

import json
from copy import deepcopy
from datetime import UTC, date, datetime

import pytest

from training.rules import badges, credentials

SECRET, OTHER = bytes(range(32)), bytes(range(1, 33))
KEY = credentials.public_key(SECRET)
ISSUER = "https://alongside.example/training/issuer/"
# From the test vectors of the W3C's cryptosuite, which others signed.
KEY_OF_OTHERS = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
SIGNED_BY_OTHERS = {
    "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"],
    "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": f"did:key:{KEY_OF_OTHERS}",
    "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
    "proof": {
        "type": "DataIntegrityProof",
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": f"did:key:{KEY_OF_OTHERS}#{KEY_OF_OTHERS}",
        "cryptosuite": "eddsa-jcs-2022",
        "proofPurpose": "assertionMethod",
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
        "proofValue": "z5EhYRJkfPLkoT92FPXN8KK6M9rsBhq3xs19GBSsA6VdNYH4QMKSyNuA2Gfznz9QthVD7Rz3HTAfqxxay23htUpTg",
    },
}
SNAPSHOT = {
    "name": "Siân Ó Briain", "course": "Care experience", "module": "Asking the question well", "version": 3,
    "version_sha256": "ab" * 32, "outcomes": ["Ask in private", "Know what to do next"], "minutes": 20,
    "finished_on": "2026-11-22", "language": "en-gb",
}  # fmt: skip


def badge(**changes):
    said = {
        "snapshot": SNAPSHOT, "issued_at": datetime(2026, 11, 22, 9, 30, tzinfo=UTC), "expires_on": date(2027, 11, 22),
        "verify": "https://alongside.example/training/verify/4F7K2M9QXW*/", "issuer": ISSUER, "salt": "s4lt",
        "shows_name": False,
    }  # fmt: skip
    return badges.credential(badges.Badge(**(said | changes)))


@pytest.fixture
def signed():
    return credentials.sign(badge(), secret=SECRET, method=f"{ISSUER}#{KEY}", created="2026-11-22T09:30:00Z")


def test_what_we_sign_is_genuine(signed):
    assert credentials.why_not_genuine(signed, keys=[KEY]) == []
    assert credentials.read(json.dumps(signed)) == signed
    assert KEY.startswith("z6Mk")


def test_what_others_sign_by_the_same_rules_is_genuine_too():
    assert credentials.why_not_genuine(SIGNED_BY_OTHERS, keys=[KEY_OF_OTHERS]) == []


@pytest.mark.parametrize(
    "forge",
    [
        lambda one: one.update(name="Another module"),
        lambda one: one.update(validUntil="2099-01-01T23:59:59Z"),
        lambda one: one["credentialSubject"]["achievement"].update(version="4"),
        lambda one: one["credentialSubject"]["identifier"][0].update(hashed=False, identityHash="Max"),
        lambda one: one.update(extra="more"),
        lambda one: one.pop("credentialStatus"),
        lambda one: one["proof"].update(created="2020-01-01T00:00:00Z"),
        lambda one: one["proof"].update(proofValue=one["proof"]["proofValue"][:-1] + "1"),
        lambda one: one["proof"].update(proofValue="z1"),
        lambda one: one["proof"].update(proofValue="z" + "z" * 5000),
    ],
)
def test_a_forged_one_fails(signed, forge):
    forged = deepcopy(signed)
    forge(forged)

    assert credentials.why_not_genuine(forged, keys=[KEY]) == [credentials.FORGED]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: one.pop("proof"),
        lambda one: one.update(proof=[one["proof"]]),
        lambda one: one["proof"].update(cryptosuite="none"),
        lambda one: one["proof"].update(proofPurpose="authentication"),
        lambda one: one["proof"].pop("proofValue"),
        lambda one: one["proof"].update({"@context": ["https://elsewhere.example/"]}),
    ],
)
def test_without_our_kind_of_proof_it_proves_nothing(signed, spoil):
    spoil(signed)

    assert credentials.why_not_genuine(signed, keys=[KEY]) == [credentials.NOT_OURS]


def test_a_key_that_somebody_brings_along_proves_nothing():
    theirs = credentials.public_key(OTHER)
    signed = credentials.sign(badge(), secret=OTHER, method=f"{ISSUER}#{theirs}", created="2026-11-22T09:30:00Z")

    assert credentials.why_not_genuine(signed, keys=[KEY]) == [credentials.UNKNOWN_KEY]
    signed["proof"]["verificationMethod"] = f"{ISSUER}#{KEY}"
    assert credentials.why_not_genuine(signed, keys=[KEY]) == [credentials.FORGED]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1, "a": 2}', '{"a": 1.5}', '{"a": NaN}', '{"a": "\\ud800"}'])
def test_what_two_readers_may_read_in_two_ways_is_not_read(text):
    with pytest.raises(ValueError):  # noqa: PT011
        credentials.read(text)


def test_it_says_what_the_open_badges_standard_asks_for():
    made = badge()
    subject = made["credentialSubject"]

    assert made["@context"][:2] == badges.CONTEXT
    assert made["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert (made["validFrom"], made["validUntil"]) == ("2026-11-22T09:30:00Z", "2027-11-22T23:59:59Z")
    assert made["credentialStatus"]["id"] == f"{made['id']}status/"
    assert {"id", "type", "name", "description", "criteria"} <= set(subject["achievement"])
    assert subject["achievement"]["id"].startswith("urn:uuid:")
    assert "Know what to do next" in subject["achievement"]["criteria"]["narrative"]


def test_a_name_is_hidden_until_its_holder_shows_it():
    hidden, shown = badge(), badge(shows_name=True)

    assert "Siân" not in json.dumps(hidden, ensure_ascii=False)
    holder = hidden["credentialSubject"]["identifier"][0]
    assert holder["identityHash"] == badges.hashed("Siân Ó Briain", holder["salt"])
    assert shown["credentialSubject"]["identifier"][0]["identityHash"] == "Siân Ó Briain"


def test_without_an_end_it_says_none():
    assert "validUntil" not in badge(expires_on=None)
