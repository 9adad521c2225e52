"""What the tests of lists share."""

import pytest

from places.models import LocalAuthority
from tests.common.lists import TOLD, make_council


@pytest.fixture
def doors_of_lists(settings):
    """The addresses and the page of tests/common/lists.py."""
    TOLD.clear()
    settings.ROOT_URLCONF = "tests.common.lists"
    here = settings.ROOT / "tests/common/templates"
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [*settings.TEMPLATES[0]["DIRS"], here]}]


@pytest.fixture
def reader(client, max_):
    """A browser in which somebody is signed in."""
    client.force_login(max_)
    return client


@pytest.fixture
def council(db) -> LocalAuthority:
    return make_council("Marlow")
