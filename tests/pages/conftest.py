import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale

from accounts.models import User
from accounts.roles import Role
from pages import content
from pages.actions import adoptions, shipped
from pages.models import Adoption, GuideIndexPage, GuidePage, HomePage, ToolPage, ToolVersion
from tests.conftest import NOW
from tests.factories.pages import FewPages, load_few
from tests.pages.reviewing import signed_in
from tests.pages.tools import KEYS, TOLD

LAW = {"type": "law", "value": {"statute": "Children Act 1989", "section": "section 23C", "nation": "england"}}
WORDS = {"type": "paragraph", "value": "<p>Ask the council that looked after you.</p>"}
FEW = FewPages()


def asks_for_pages(item: pytest.Item | None) -> bool:
    return "site_pages" in getattr(item, "fixturenames", ())


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before the transaction of the test itself begins; a test that does not ask for pages finds none."""
    if asks_for_pages(item):
        FEW.stand()
    else:
        FEW.go()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> None:
    if not asks_for_pages(nextitem):
        FEW.go()


@pytest.fixture(autouse=True)
def tasks_at_once(settings):
    """What would wait for the worker, such as the search index, is done where it is asked for."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def evie(make_user) -> User:
    """An editor."""
    return make_user("evie", Role.EDITOR, name="Evie")


@pytest.fixture
def ada(make_user) -> User:
    """The system administrator."""
    return make_user("ada", Role.ADMINISTRATOR, name="Ada")


@pytest.fixture
def site_pages(db, django_db_blocker) -> HomePage:
    """A few of the pages that come with Alongside; answers the home page. All of them: test_shipped_tree.py."""
    if FEW.around is None:
        load_few()
        FEW.blocker = django_db_blocker
    return HomePage.objects.get()


@pytest.fixture
def guides(site_pages) -> GuideIndexPage:
    return GuideIndexPage.objects.get()


@pytest.fixture
def make_guide(guides) -> Callable[..., GuidePage]:
    """A guide that may be published, but for what the test changes."""

    def make(title: str = "Letters", live: bool = True, **changes: Any) -> GuidePage:
        values: dict[str, Any] = {
            "summary": "How to write to us.",
            "nation": "england",
            "checked_on": date(2026, 11, 1),
            "review_by": date(2027, 5, 1),
            "body": json.dumps([WORDS]),
            "sources": json.dumps([LAW]),
            "locale": Locale.objects.get(language_code="en-gb"),
            **changes,
        }
        return guides.add_child(instance=GuidePage(title=title, live=live, **values))

    return make


@pytest.fixture
def guide(make_guide) -> GuidePage:
    return make_guide(live=False)


@pytest.fixture
def tool(db) -> ToolPage:
    """“Who does what”, in its first version."""
    shipped.place(pages=[page for page in content.SHIPPED if page.key in KEYS], by=None, at=NOW)
    return ToolPage.objects.get(slug="who-does-what")


@pytest.fixture
def told(tool) -> Adoption:
    """A prison says that it uses the tool."""
    version = ToolVersion.objects.of(tool).get()
    return adoptions.tell(key="0abc", version=version, by=None, at=NOW, **TOLD, link="", is_public=True)


@pytest.fixture
def desk(evie, marion, make_user) -> dict[str, Client]:
    """A client for each of those who work in the editor."""
    cast = {"evie": evie, "marion": marion}
    cast |= {name: make_user(name, Role.LIVED_EXPERIENCE, name=name.title()) for name in ("lee", "lou")}
    cast |= {"mo": make_user("mo", Role.PROGRAMME_MANAGER, name="Mo")}
    return {name: signed_in(user) for name, user in cast.items()}
