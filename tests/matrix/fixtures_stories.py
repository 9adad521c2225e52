"""A story that nobody has said yes to yet, and one that somebody did."""

from types import SimpleNamespace

import pytest

from pages import content
from pages.actions import shipped
from tests.conftest import NOW
from tests.factories import stories


@pytest.fixture
def front_page(db):
    pages = [page for page in content.SHIPPED if page.key in {"home", "stories"}]
    shipped.place(pages=pages, by=None, at=NOW)


@pytest.fixture
def a_story(front_page):
    """Named by what it has in common with itself in other languages."""
    return SimpleNamespace(ref=str(stories.a_story("Untold", slug="untold").translation_key))


@pytest.fixture
def a_yes(front_page, marion):
    return stories.say_yes(stories.a_story(), marion)
