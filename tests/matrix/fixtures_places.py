"""A council, for pages about one."""

import pytest


@pytest.fixture
def lcc(leeds):
    return leeds.authority
