"""The script that stands in each page is the one that the policy lets in, and no other."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

pytestmark = pytest.mark.django_db


def test_the_policy_lets_in_the_one_script_of_the_page_and_no_other(client):
    answer = client.get("/getting-in-touch/")
    standing = re.findall(r"<script>(.*?)</script>", answer.content.decode(), re.DOTALL)
    (scripts,) = re.findall(r"script-src ([^;]+)", answer["Content-Security-Policy"])

    assert len(standing) == 1
    assert "alongside.left" in standing[0]
    assert scripts.split() == ["'self'", f"'sha256-{b64encode(sha256(standing[0].encode()).digest()).decode()}'"]
    assert answer.content.index(b"<script>") < answer.content.index(b'<link rel="stylesheet"')
