"""A real browser against a real server. Sockets are open here; nothing leaves the machine."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import TransactionTestCase
from playwright.sync_api import BrowserContext, Page

from tests.browser.restoring import Snapshot

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
REQUIRED = "browser" in os.environ.get("HOUSE_REQUIRE", "").split(",")
HERE = Path(__file__).parent

# Playwright runs an event loop in the thread of the test; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def pytest_configure(config: pytest.Config) -> None:
    """pytest-base-url's own fixture warns under pytest 9; nothing of ours may."""
    config.addinivalue_line(
        "filterwarnings", "ignore:Session-scoped fixtures defined as instance methods:pytest.PytestRemovedIn10Warning"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without Chromium these tests skip on a person's machine, and fail where they are required."""
    for item in items:
        if HERE not in item.path.parents:
            continue
        item.add_marker(pytest.mark.enable_socket)
        if not CHROMIUM.exists() and not REQUIRED:
            item.add_marker(pytest.mark.skip(reason=f"there is no Chromium at {CHROMIUM}"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_type_launch_args,
        "executable_path": str(CHROMIUM),
        "args": [
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
        ],
    }


@pytest.fixture(scope="session")
def snapshot(django_db_setup: None, django_db_blocker: Any) -> Snapshot:
    """The database as the migrations left it."""
    with django_db_blocker.unblock():
        return Snapshot.take()


@pytest.fixture(scope="session", autouse=True)
def put_back(snapshot: Snapshot) -> Iterator[None]:
    """After a test with a live server Django empties every table. The trail refuses that, and what the migrations put
    in would be gone for the tests that follow: put the snapshot back instead.

    For the whole session: pytest-django clears up after a fixture of one test would have been undone.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: snapshot.put_back())
        yield


@pytest.fixture(autouse=True)
def nothing_leaves(context: BrowserContext, live_server: Any) -> Iterator[list[str]]:
    """Whatever a page asks of another address is answered here, with an empty page. Yields the addresses asked for."""
    asked: list[str] = []

    def answer(route: Any) -> None:
        if route.request.url.startswith(live_server.url):
            route.continue_()
            return
        asked.append(route.request.url)
        route.fulfill(status=200, content_type="text/html", body="<title>Elsewhere</title>")

    context.route("**/*", answer)
    yield asked


@pytest.fixture
def policy_errors(page: Page) -> list[str]:
    """What the browser's console says went wrong, such as a breach of the content security policy."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.fixture
def signed_in(context: BrowserContext, live_server: Any, client: Any) -> Callable[[Any], None]:
    """signed_in(user): the browser holds that person's session."""

    def enter(user: Any) -> None:
        client.force_login(user)
        held = client.cookies["alongside" if "alongside" in client.cookies else "__Host-alongside"]
        context.add_cookies([{"name": held.key, "value": held.value, "url": live_server.url}])

    return enter
