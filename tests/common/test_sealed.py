"""Sealing: nothing gives the text away, and nothing opens it but its key in its place."""

import base64
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.sealed import CannotOpen, Sealed, blind_index, read_ring, seal, unseal

OLD, NEW = {"old": b"o" * 32}, {"new": b"n" * 32}
BOTH = NEW | OLD
HERE = "people.person.family_name:7h2kq09vxt4m"
KEY = base64.b64encode(os.urandom(32)).decode()


@given(st.text())
def test_what_is_sealed_opens_again(text):
    assert unseal(seal(text, place=HERE, ring=NEW), place=HERE, ring=NEW) == text


def test_the_same_text_never_looks_the_same_twice():
    assert seal("Canary", place=HERE, ring=NEW).token != seal("Canary", place=HERE, ring=NEW).token


def test_the_newest_key_seals_and_every_key_opens():
    assert seal("Canary", place=HERE, ring=BOTH).key_name == "new"
    assert unseal(seal("Canary", place=HERE, ring=OLD), place=HERE, ring=BOTH) == "Canary"


@pytest.mark.parametrize("place", ["people.person.crn:7h2kq09vxt4m", "people.person.family_name:000000000000", ""])
def test_a_text_that_was_moved_does_not_open(place):
    with pytest.raises(CannotOpen, match="moved or changed"):
        unseal(seal("Canary", place=HERE, ring=NEW), place=place, ring=NEW)


def test_a_missing_key_is_named_and_a_wrong_one_is_refused():
    sealed = seal("Canary", place=HERE, ring=OLD)

    with pytest.raises(CannotOpen, match="key called 'old' is not in FIELD_KEYS"):
        unseal(sealed, place=HERE, ring=NEW)
    with pytest.raises(CannotOpen, match="wrong key"):
        unseal(sealed, place=HERE, ring={"old": b"x" * 32})


@pytest.mark.parametrize(
    "token",
    [
        "",
        "1",
        "1:new",
        "1:new:",
        "1:new:!!!",
        "1:new:AAAA",
        "2:new:AAAA",
        "Canary in the clear",
        "1:new:" + "A" * 40,
        "::",
        "1::",
    ],
)
def test_what_is_no_sealed_text_is_refused_without_being_shown(token):
    with pytest.raises(CannotOpen) as refusal:
        unseal(Sealed(token), place=HERE, ring=NEW)
    assert "Canary" not in str(refusal.value)


def test_one_changed_letter_is_noticed():
    token = seal("Canary", place=HERE, ring=NEW).token
    at = token.rindex(":") + 20
    changed = token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :]

    with pytest.raises(CannotOpen):
        unseal(Sealed(changed), place=HERE, ring=NEW)


def test_a_sealed_text_never_prints_itself():
    sealed = seal("Canary", place=HERE, ring=NEW)

    assert f"{sealed} {sealed!r}" == "[sealed] Sealed(…)"


def test_a_ring_is_read_in_its_order():
    assert list(read_ring(f"b2026:{KEY}, a2025:{KEY}")) == ["b2026", "a2025"]
    assert read_ring("") == {}


@pytest.mark.parametrize(
    "written",
    ["noname", ":x", f"a b:{KEY}", f"a:{KEY},a:{KEY}", "a:c2hvcnQ=", "a:!!"],
    ids=["no key", "no name", "a space", "twice", "short", "not base64"],
)
def test_a_ring_that_cannot_be_right_is_refused_without_showing_a_key(written):
    with pytest.raises(ValueError) as refusal:
        read_ring(written)
    assert KEY not in str(refusal.value)


def test_a_fingerprint_is_the_same_however_a_number_is_written():
    assert blind_index("a1234 bc", kind="prison_number") == blind_index("A1234BC", kind="prison_number")
    assert blind_index("  ", kind="prison_number") == ""


def test_a_fingerprint_tells_kinds_and_keys_apart(settings):
    before = blind_index("A1234BC", kind="prison_number")
    assert before != blind_index("A1234BC", kind="crn")

    settings.BLIND_INDEX_KEY = "another key"
    assert before != blind_index("A1234BC", kind="prison_number")
