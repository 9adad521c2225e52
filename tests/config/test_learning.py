"""Nobody’s certificate is signed with a key that everybody can read, and no password travels in the open."""

import base64

import pytest

from config import learning, safety

DEMO = base64.b64decode(safety.demo_key("credentials"))


@pytest.mark.parametrize(
    ("debug", "changes", "wrong"),
    [
        (False, {"CREDENTIAL_KEYS": {}}, []),
        (False, {"CREDENTIAL_KEYS": {"a": bytes(32)}}, []),
        (False, {"CREDENTIAL_KEYS": {"a": bytes(32), "demo": DEMO}}, ["CREDENTIAL_KEYS"]),
        (True, {"CREDENTIAL_KEYS": {"demo": DEMO}}, []),
        (False, {"XAPI_ENDPOINT": "http://store.example", "XAPI_USER": "u", "XAPI_PASSWORD": "p"}, ["XAPI_ENDPOINT"]),
        (True, {"XAPI_ENDPOINT": "http://store.example", "XAPI_USER": "u", "XAPI_PASSWORD": "p"}, []),
        (True, {"XAPI_ENDPOINT": "file:///etc", "XAPI_USER": "u", "XAPI_PASSWORD": "p"}, ["XAPI_ENDPOINT"]),
        (False, {"XAPI_ENDPOINT": "https://store.example", "XAPI_USER": "u"}, ["XAPI_PASSWORD"]),
    ],
)
def test_what_is_wrong_is_said_by_name(monkeypatch, debug, changes, wrong):
    nothing = {"CREDENTIAL_KEYS": {}, "XAPI_ENDPOINT": "", "XAPI_USER": "", "XAPI_PASSWORD": ""}
    for name, value in (nothing | changes).items():
        monkeypatch.setattr(learning, name, value)

    assert list(learning.problems(debug=debug)) == wrong
