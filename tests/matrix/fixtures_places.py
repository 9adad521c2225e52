"""A council, and a page of the public site, for doors that name one."""

from types import SimpleNamespace

import pytest
from wagtail.models import Page

from pages.rules.numbers import number_of


@pytest.fixture
def lcc(leeds):
    return leeds.authority


@pytest.fixture
def a_page(db):
    """The front page; its number stands where others have a ref."""
    return SimpleNamespace(ref=number_of(Page.objects.get(depth=2).pk))
