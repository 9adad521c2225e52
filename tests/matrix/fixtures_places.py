"""A council, and a page of the public site, for doors that name one."""

from types import SimpleNamespace

import pytest
from wagtail.models import Page

from pages import content
from pages.actions import adoptions, shipped
from pages.models import Promotion, ToolPage, ToolVersion
from pages.rules.numbers import number_of
from tests.conftest import NOW


@pytest.fixture
def lcc(leeds):
    return leeds.authority


@pytest.fixture
def a_promotion(db):
    return Promotion.objects.create(words="prison", page=Page.objects.get(depth=2), at=NOW)


@pytest.fixture
def a_page(db):
    """The front page; its number stands where others have a ref."""
    return SimpleNamespace(ref=number_of(Page.objects.get(depth=2).pk))


@pytest.fixture
def a_tool(db):
    """The first version of a tool that comes with us, below a front page of its own."""
    pages = [page for page in content.SHIPPED if page.key in {"home", "tools", "tool-who-does-what"}]
    shipped.place(pages=pages, by=None, at=NOW)
    return ToolVersion.objects.get(page=ToolPage.objects.get())


@pytest.fixture
def an_adoption(a_tool):
    said = {"organisation": "HMP Made Up", "kind": "prison", "change": "none", "how": "", "link": "", "email": ""}
    return adoptions.tell(key="0abcd", version=a_tool, by=None, at=NOW, is_public=True, **said)
